/// The records of one type that name a record as the one they belong to.
///
/// A linked list through two columns of 4 bytes a row, of row numbers and 1: adding is O(1),
/// removing and listing O(children).
struct Children: Sendable {
  private var firstOf = Chunked<UInt32>()
  private var nextOf = Chunked<UInt32>()

  func rows(of parent: Int) -> [Int] {
    var rows: [Int] = []
    var link = parent < firstOf.count ? firstOf[parent] : 0
    while link > 0 {
      rows.append(Int(link) - 1)
      link = nextOf[Int(link) - 1]
    }
    return rows
  }

  mutating func add(_ row: Int, to parent: Int) {
    firstOf.grow(to: parent + 1)
    nextOf.grow(to: row + 1)
    nextOf[row] = firstOf[parent]
    firstOf[parent] = UInt32(row + 1)
  }

  mutating func remove(_ row: Int, from parent: Int) {
    guard parent < firstOf.count else { return }
    let link = UInt32(row + 1)
    if firstOf[parent] == link {
      firstOf[parent] = nextOf[row]
      return
    }
    var before = firstOf[parent]
    while before > 0 {
      if nextOf[Int(before) - 1] == link {
        nextOf[Int(before) - 1] = nextOf[row]
        return
      }
      before = nextOf[Int(before) - 1]
    }
  }
}
