/// A list that grows and shrinks at its end, of which copies may be kept.
///
/// Cost: appending to one of several copies, or removing its last, copies at most 64 elements, and
/// once in 64 times the list of their parts; going through it is O(elements).
public struct GrowingList<Element>: Sequence {
  /// The elements in their order, in parts of ``partSize`` each.
  private var parts: [[Element]] = []
  /// Those after them, fewer than that.
  private var rest: [Element] = []

  private static var partSize: Int { 64 }

  public init() {}

  public init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  public var count: Int { parts.count * Self.partSize + rest.count }
  public var isEmpty: Bool { rest.isEmpty && parts.isEmpty }
  public var last: Element? { rest.last ?? parts.last?.last }

  public mutating func append(_ element: Element) {
    rest.append(element)
    guard rest.count == Self.partSize else { return }
    parts.append(rest)
    rest = []
  }

  /// The last element, which is in it no more; nil where there is none.
  public mutating func popLast() -> Element? {
    if rest.isEmpty, let part = parts.popLast() { rest = part }
    return rest.popLast()
  }

  public func makeIterator() -> some IteratorProtocol<Element> {
    (parts + [rest]).joined().makeIterator()
  }
}

extension GrowingList: Sendable where Element: Sendable {}
