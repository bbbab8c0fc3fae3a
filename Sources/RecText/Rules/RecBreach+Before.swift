extension RecBreach.Kind {
  /// Whether it was so before an edit: one of the same kind, or a number of records that was as far
  /// off or farther.
  public func was(among before: [Self]) -> Bool {
    guard case .size(let count, let wanted) = self, let size = RecSize(wanted) else {
      return before.contains(self)
    }
    return before.contains {
      guard case .size(let other, wanted) = $0 else { return false }
      return size.excess(of: count) <= size.excess(of: other)
    }
  }
}
