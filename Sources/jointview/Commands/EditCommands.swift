import ArgumentParser
import InspectionModel
import InspectionOperations

/// Changes fields of a record.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change fields of one record.",
    discussion: """
      Name a field several times to give it several values; FIELD= empties it. Some fields have \
      rules: redefining a criterion keeps its previous words. set follows them, or refuses and \
      says what to do instead. The change is checked and saved like one made on the screen. The \
      register may be open on a screen \
      meanwhile, which shows the change within a second. An example:

          jointview set inspection jtai-croydon-2016 note="read twice"
      """)

  @Argument(help: "The type of the record, in the singular or the plural.")
  var type: ListedType

  @Argument(help: "The key of the record.", transform: Arguments.text)
  var key: String

  @Argument(help: "FIELD=VALUE for each field to change.", transform: Assignment.init)
  var fields: [Assignment]

  @Option(
    help: "Why it changes; required for the words of a criterion.", transform: Arguments.text)
  var because: String?

  @OptionGroup var options: EditOptions

  func run() throws {
    let values = try Assignment.grouped(fields, in: type.type)
    _ = try RegisterEdit.make(SetFields(type.type, key, values, because: because), options)
  }
}

/// Adds a record.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a record, and print its key.",
    discussion: """
      A contribution, a memo, a review, an estimate, a scenario and a filter need no Id: they \
      get a random key. By and On are filled in where the type has them. Values that only a later \
      step may set are refused: a new criterion cannot start out retired.
      """)

  @Argument(help: "The type of the record, in the singular or the plural.")
  var type: ListedType

  @Argument(help: "FIELD=VALUE, one for each value.", transform: Assignment.init)
  var fields: [Assignment]

  @OptionGroup var options: EditOptions

  func run() throws {
    let values = try fields.filter { !$0.value.isEmpty }
      .map { FieldValue(try $0.field(in: type.type), $0.value) }
    let made = try RegisterEdit.make(AddRecord(type.type, values), options)
    if !options.isDry { try Output.tell((made.change.edits.first?.key ?? "") + "\n") }
  }
}

/// Removes a record.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a record that no other refers to.")

  @Argument(help: "The type of the record, in the singular or the plural.")
  var type: ListedType

  @Argument(help: "The key of the record.", transform: Arguments.text)
  var key: String

  @OptionGroup var options: EditOptions

  func run() throws {
    _ = try RegisterEdit.make(RemoveRecord(type.type, key), options)
  }
}

/// `Direction=-`, as one writes it on the command line.
struct Assignment {
  let name: String
  let value: String

  init(_ word: String) throws {
    let argument = try Arguments.text(word)
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      throw ValidationError("a name and = are missing before the value")
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

  /// All values of each field, in the order of their first naming; an empty one alone empties the
  /// field.
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
