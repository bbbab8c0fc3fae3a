/// Plain values that one owner alone writes and reads, so that no access has to ask who else holds
/// them, as an array's does.
///
/// Reading and writing are O(1) and checked in debug builds; growing doubles.
struct OwnMemory<Element: BitwiseCopyable>: ~Copyable {
  private var memory: UnsafeMutableBufferPointer<Element>
  private let filler: Element

  /// - Parameter filler: what stands where nothing was written.
  init(count: Int = 0, filler: Element) {
    // Most of those that are made for every field of every type stay empty.
    memory =
      count > 0 ? .allocate(capacity: count) : UnsafeMutableBufferPointer(start: nil, count: 0)
    memory.initialize(repeating: filler)
    self.filler = filler
  }

  deinit {
    memory.deallocate()
  }

  var count: Int { memory.count }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { memory[index] }
    nonmutating set { memory[index] = newValue }
  }

  /// Makes room for at least so many.
  @inline(__always)
  mutating func grow(to needed: Int) {
    if needed > memory.count { move(to: max(needed, memory.count * 2)) }
  }

  private mutating func move(to count: Int) {
    let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
    _ = larger.initialize(from: memory)
    larger[memory.count...].initialize(repeating: filler)
    memory.deallocate()
    memory = larger
  }

  /// The first values, as an array.
  func prefix(_ count: Int) -> [Element] { Array(memory[..<count]) }
}
