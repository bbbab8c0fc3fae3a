extension Change {
  /// The first field that it gives a character which nobody sees, and that character. What a field
  /// has held before it may hold again.
  public var broughtUnseen: (field: String, scalar: Unicode.Scalar)? {
    if let scalar = why?.firstUnseen { return ("Why", scalar) }
    for edit in edits {
      switch edit {
      case .insert(_, let values):
        for value in values {
          if let scalar = value.value.firstUnseen { return (value.field.name, scalar) }
        }
      case .set(_, _, let field, let from, let to):
        if let scalar = to.broughtUnseen(from) { return (field.name, scalar) }
      case .setUnknown(_, _, let name, let from, let to):
        if let scalar = to.broughtUnseen(from) { return (name, scalar) }
      case .remove: break
      }
    }
    return nil
  }
}

extension [String] {
  /// The first character that nobody sees in one of these, but for those that were there before.
  public func broughtUnseen(_ former: [String]) -> Unicode.Scalar? {
    let former = Set(former)
    return lazy.filter { !former.contains($0) }.compactMap(\.firstUnseen).first
  }
}
