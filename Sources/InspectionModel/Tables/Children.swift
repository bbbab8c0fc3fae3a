/// The records that name a record as the one they belong to: an area's inspections, an inspection's
/// passages, a passage's contributions.
///
/// A linked list through two columns of 4 bytes a row: adding is O(1), removing and listing O(children).
struct Children: Sendable {
  private var firstOf = Chunked<Int32>()
  private var nextOf = Chunked<Int32>()

  func rows(of parent: Int) -> [Int] {
    var rows: [Int] = []
    var row = parent < firstOf.count ? firstOf[parent] : -1
    while row >= 0 {
      rows.append(Int(row))
      row = nextOf[Int(row)]
    }
    return rows
  }

  mutating func add(_ row: Int, to parent: Int) {
    while firstOf.count <= parent { firstOf.append(-1) }
    while nextOf.count <= row { nextOf.append(-1) }
    nextOf[row] = firstOf[parent]
    firstOf[parent] = Int32(row)
  }

  mutating func remove(_ row: Int, from parent: Int) {
    guard parent < firstOf.count else { return }
    if firstOf[parent] == Int32(row) {
      firstOf[parent] = nextOf[row]
      return
    }
    var before = firstOf[parent]
    while before >= 0 {
      if nextOf[Int(before)] == Int32(row) {
        nextOf[Int(before)] = nextOf[row]
        return
      }
      before = nextOf[Int(before)]
    }
  }
}
