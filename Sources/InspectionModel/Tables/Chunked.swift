/// An array in pieces of 4,096, so that a copy kept by a search in the background costs the next
/// edit one piece, not the whole column.
///
/// Reading, writing and appending are O(1); a write to a shared copy is O(4,096).
struct Chunked<Element: Sendable>: Sendable {
  private var chunks: [[Element]] = []
  private(set) var count = 0

  private static var shift: Int { 12 }
  private static var size: Int { 1 << shift }

  init() {}

  init(repeating element: Element, count: Int) {
    for _ in 0..<count { append(element) }
  }

  subscript(index: Int) -> Element {
    get { chunks[index >> Self.shift][index & (Self.size - 1)] }
    set { chunks[index >> Self.shift][index & (Self.size - 1)] = newValue }
  }

  mutating func append(_ element: Element) {
    if count & (Self.size - 1) == 0 {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(min(max(16, count), Self.size))
    }
    chunks[chunks.count - 1].append(element)
    count += 1
  }
}
