/// Values of roles. Roles are few, and an array is there sooner than a dictionary, whose type the
/// runtime has to make: a third of a millisecond at the start.
public struct RoleTable<Value> {
  @usableFromInline var values: [Value?] = []

  /// No values.
  @inlinable
  public init() {}

  /// The value of a role, if it has one.
  @inlinable
  public subscript(role: Role) -> Value? {
    get { Int(role.rawValue) < values.count ? values[Int(role.rawValue)] : nil }
    set {
      let missing = Int(role.rawValue) + 1 - values.count
      if missing > 0 { values += Array(repeating: nil, count: missing) }
      values[Int(role.rawValue)] = newValue
    }
  }
}

extension RoleTable: Sendable where Value: Sendable {}
extension RoleTable: Equatable where Value: Equatable {}
extension RoleTable: Hashable where Value: Hashable {}
