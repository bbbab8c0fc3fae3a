extension Register {
  /// A copy in which these records are not to be found, whatever is asked of it. O(records hidden ·
  /// their siblings).
  ///
  /// For showing alone: a file is written from the whole register. Rows keep their numbers, and
  /// keys of hidden records stay taken, so that a change that bears on none of them can be made in
  /// both.
  public func hiding(_ rows: some Sequence<Row>) -> Register {
    var copy = self
    for row in rows where copy.contains(row) {
      copy.unlink(row)
      copy.tables[Int(row.type.rawValue)].removed.insert(row.number)
    }
    return copy
  }

  /// A copy without any record of these types, for showing alone. O(1).
  ///
  /// - Precondition: records of other types name none of them.
  public func hiding(all types: some Sequence<RecordType>) -> Register {
    var copy = self
    for type in types {
      copy.tables[Int(type.rawValue)] = Table(type)
      copy.tree.removeAll(type)
    }
    return copy
  }
}
