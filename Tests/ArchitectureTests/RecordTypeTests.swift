import Testing

/// A type of record is four files to touch, and a field one line, as `RecordSchema` shows by an
/// example.
struct RecordTypeTests {
  private static let model = Repository.swiftFiles(below: "Sources/InspectionModel")

  /// What the fields of a type hold, by its case and by the field's.
  private static let schemas: [String: [String: String]] = {
    let files = model.filter { $0.path.contains("/RecordSchema+") }
    let blocks = files.flatMap { $0.text.split(separator: "static let ").dropFirst() }
    return Dictionary(
      blocks.compactMap { block in
        guard let head = block.firstMatch(of: /^(\w+) = RecordSchema\(/) else { return nil }
        let lines = block.matches(of: /\(\s*\.(\w+),\s*\.(\w+)/)
        let fields = lines.map { (String($0.1), String($0.2)) }
        return (String(head.1), Dictionary(fields) { first, _ in first })
      }, uniquingKeysWith: { first, _ in first })
  }()

  /// The members of views, by the name of the view.
  private static let views: [String: (type: String, text: String)] = {
    let text = model.map(\.text).joined(separator: "\n")
    var views: [String: (type: String, text: String)] = [:]
    for match in text.matches(of: /\nextension (\w+) \{\n(?:.*\n)*?\}\n/) {
      views[String(match.1), default: ("", "")].text += match.0
    }
    let declared = text.matches(
      of:
        /struct (\w+): RecordView \{\n  public static let type = RecordType\.(\w+)\n(?:.*\n)*?\}\n/)
    for match in declared {
      views[String(match.1)] = (
        String(match.2), (views[String(match.1)]?.text ?? "") + match.0
      )
    }
    return views.filter { !$0.value.type.isEmpty }
  }()

  @Test func `every type has a schema, and a view if Swift reads it`() throws {
    let switches = Switches(Self.model).all.filter { $0.enumerations.contains("RecordType") }
    let types = try #require(switches.first { $0.file.hasSuffix("/RecordType.swift") }).cases
    #expect(Set(Self.schemas.keys) == types)
    #expect(Set(Self.views.values.map(\.type)) == types)
  }

  @Test func `a view reads the fields of its type, each as what it holds`() {
    for (name, view) in Self.views {
      let fields = Self.schemas[view.type] ?? [:]
      for read in view.text.matches(of: /[^.\w]record\.(\w+)\(\.(\w+)/) {
        let holds = fields[String(read.2)]
        let wanted =
          switch read.1 {
          case "text", "texts": holds
          case "day", "number", "choice": String(read.1)
          default: "reference"
          }
        #expect(holds != nil && holds == wanted, "\(name) reads \(read.2) by \(read.1)")
      }
    }
  }

  @Test func `no other file tells all types apart`() {
    let switches = Switches(Repository.swiftFiles(below: "Sources")).all
      .filter { $0.enumerations.contains("RecordType") }
    let whole = switches.filter { !$0.hasDefault && $0.cases.count > 2 }.map(\.file)
    #expect(whole == ["Sources/InspectionModel/Tables/RecordType.swift"])
  }
}
