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
        let former = Set(from)
        for value in to where !former.contains(value) {
          if let scalar = value.firstUnseen { return (field.name, scalar) }
        }
      case .remove: break
      }
    }
    return nil
  }
}
