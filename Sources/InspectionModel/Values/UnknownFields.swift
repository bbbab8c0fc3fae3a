/// Fields of a record that its type does not know, one entry a value, in the order of the text. The
/// text of a register alone has them.
public typealias UnknownFields = [(name: String, value: String)]

extension UnknownFields {
  /// Each name once, with all its values, in the order in which the names come. O(values).
  public var byName: [(name: String, values: [String])] {
    var places: [String: Int] = [:]
    var fields: [(name: String, values: [String])] = []
    for field in self {
      if let place = places[field.name] {
        fields[place].values.append(field.value)
      } else {
        places[field.name] = fields.count
        fields.append((field.name, [field.value]))
      }
    }
    return fields
  }
}
