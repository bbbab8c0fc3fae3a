import ArgumentParser
import InspectionModel

/// Changes fields of a record.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change fields of one record.",
    discussion: """
      A field named several times gets all its values; FIELD= empties it. The change goes the way of those made on \
      the screen: checked, journalled, saved. While another jointview has the register it waits for a few seconds.
      """)

  @Argument(help: "The type of the record: \(ListedType.allValueStrings.joined(separator: ", ")).")
  var type: ListedType

  @Argument(help: "The key of the record.")
  var key: String

  @Argument(help: "FIELD=VALUE, as many as are to change.")
  var fields: [Assignment]

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try RegisterEdit.make(on: options.register) { register in
      guard let row = register.row(type.type, key: key) else {
        throw Failure(EditProblem.noSuchRecord(type.type, key: key))
      }
      let record = register[row]
      let edits = try Assignment.grouped(fields, in: type.type).compactMap { field, values in
        record.setting(field, to: values)
      }
      return Change("\(type.type.words.one) \(key)", edits)
    }
  }
}

/// Adds a record.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a record, and print its key.",
    discussion: """
      A contribution, a memo, a review and a decision need no Id: they get a random key. By and On are filled in \
      where the type has them.
      """)

  @Argument(help: "The type of the record: \(ListedType.allValueStrings.joined(separator: ", ")).")
  var type: ListedType

  @Argument(help: "FIELD=VALUE, one for each value.")
  var fields: [Assignment]

  @OptionGroup var options: RegisterOptions

  func run() throws {
    let places = Places()
    var key = ""
    try RegisterEdit.make(on: options.register) { register in
      var values = try fields.filter { !$0.value.isEmpty }
        .map { FieldValue(try $0.field(in: type.type), $0.value) }
      complete(&values, register, places)
      key = values.first { $0.field == .id }?.value ?? ""
      return Change("\(type.type.words.one) \(key)", [.insert(type.type, values)])
    }
    Output.write(key + "\n")
  }

  private func complete(_ values: inout [FieldValue], _ register: Register, _ places: Places) {
    func add(_ field: Field, _ value: String) {
      guard type.type.column(of: field) != nil, !values.contains(where: { $0.field == field })
      else {
        return
      }
      values.append(FieldValue(field, value))
    }
    if type.type.keyLetter != nil, !values.contains(where: { $0.field == .id }) {
      var generator = SystemRandomNumberGenerator()
      add(.id, RandomKey.key(for: type.type, in: register, using: &generator))
    }
    // A day of making goes with somebody who made it; frameworks are by inspectorates.
    if type.type.column(of: .on) != nil {
      add(.by, Reviewer.forCommands(places))
      add(.on, Places.today.description)
    }
  }
}

/// Removes a record.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a record that no other names.")

  @Argument(help: "The type of the record: \(ListedType.allValueStrings.joined(separator: ", ")).")
  var type: ListedType

  @Argument(help: "The key of the record.")
  var key: String

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try RegisterEdit.make(on: options.register) { register in
      guard let row = register.row(type.type, key: key) else {
        throw Failure(EditProblem.noSuchRecord(type.type, key: key))
      }
      let edit = Edit.remove(type.type, register[row].values)
      return Change("removing \(type.type.words.one) \(key)", [edit])
    }
  }
}

/// `Direction=-`, as one writes it on the command line.
struct Assignment: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      return nil
    }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }

  /// The field of that name, whatever the case of its letters.
  func field(in type: RecordType) throws -> Field {
    let spec = type.fields.first { $0.name.lowercased() == name.lowercased() }
    guard let spec else {
      let names = type.fields.map(\.name).joined(separator: " ")
      throw Failure("\(type.withArticle) has no \(name); it has \(names)", .usage)
    }
    return spec.field
  }

  /// All values of each field, in the order of their first naming; an empty one alone empties the field.
  static func grouped(
    _ assignments: [Assignment], in type: RecordType
  ) throws -> [(field: Field, values: [String])] {
    var groups: [(field: Field, values: [String])] = []
    for assignment in assignments {
      let field = try assignment.field(in: type)
      let values = assignment.value.isEmpty ? [] : [assignment.value]
      if let index = groups.firstIndex(where: { $0.field == field }) {
        groups[index].values += values
      } else {
        groups.append((field, values))
      }
    }
    return groups
  }
}
