import InspectionModel

extension [Row] {
  /// Each once, in the order of the register, where all are of one type. O(rows + records of the
  /// type), without a sort.
  func onceInOrder(of register: Register) -> [Row] {
    guard let type = first?.type else { return [] }
    var isThere = [Bool](repeating: false, count: register.rowCount(type))
    for row in self { isThere[row.number] = true }
    return isThere.indices.filter { isThere[$0] }.map { Row(type: type, number: $0) }
  }
}
