public import InspectionModel
import RecText

/// Something wrong in a register's file, where it stands, and a sentence on it.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Sendable {
    case error
    case warning
  }

  public let severity: Severity
  /// From 1; columns count Unicode scalars.
  public let line: Int
  public let column: Int
  /// The line as it stands in the file, cut where it is very long.
  public let text: String
  public let sentence: String
  /// The record it is in, where it could be read.
  public let row: Row?
}

/// Puts problems where they stand, and into words.
struct Diagnostics {
  let text: RegisterText
  /// The file whose lines are told, where the text is one side of it.
  let marked: MarkedFile?

  private var document: RecDocument { text.document }

  func all(_ problems: [RecordProblem], _ strangers: [Stranger]) -> [Diagnostic] {
    let syntax = document.problems.map { problem in
      diagnostic(
        problem.isWarning ? .warning : .error, at: problem.offset, problem.kind.description, nil)
    }
    // Of a text in another encoding nothing else can be said.
    if document.problems.first?.encoding != nil { return syntax }
    let refusing = refusingSets(strangers)
    let found =
      marks + syntax + swallowed + problems.map(diagnostic)
      + strangers.map { diagnostic($0, refusing) }
    return found.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// The conflicts that git left, each with the lines it takes.
  private var marks: [Diagnostic] {
    guard let marked else { return [] }
    return marked.sides.ranges.map { range in
      let last = marked.document.position(of: max(range.lowerBound, range.upperBound - 1)).line
      return diagnostic(
        .error, inFile: range.lowerBound, "git left two versions here, down to line \(last)", nil)
    }
  }

  /// The records that no empty line parts from a `%rec` line: they are part of the descriptor,
  /// where neither recutils nor a register sees them.
  private var swallowed: [Diagnostic] {
    document.sets.compactMap { set in
      guard let name = set.name, let descriptor = set.descriptor.flatMap(document.record),
        let field = descriptor.fields.first(where: { !$0.name.hasPrefix("%") }),
        let place = field.fileRange
      else { return nil }
      let sentence =
        "an empty line is missing between this record and %rec: \(name); nothing reads it"
      return diagnostic(.error, at: place.lowerBound, sentence, nil)
    }
  }

  private func diagnostic(_ problem: RecordProblem) -> Diagnostic {
    let fields = text.place(of: problem.row).flatMap(document.record).map { Array($0.fields) } ?? []
    let culprit = fields.filter { $0.isNamed(problem.field.name) }.dropFirst(problem.value).first
    let place = culprit?.valueFileRange ?? fields.first?.fileRange
    return diagnostic(
      .error, at: place?.lowerBound ?? 0, sentence(on: problem, culprit?.value ?? ""), problem.row)
  }

  private func sentence(on problem: RecordProblem, _ value: String) -> String {
    let type = problem.row.type
    let field = problem.field.name
    let value = value.count > 60 ? value.prefix(59) + "…" : value
    switch problem.kind {
    case .missing: return "this \(type.words.one) has no \(field)"
    case .misfit: return "“\(value)” \(expectation(type, problem.field))"
    case .dangling:
      let target = type.spec(of: problem.field)?.target?.words.one ?? "record"
      return "\(field) names the \(target) “\(value)”, which is not in this register"
    case .repeated: return "\(field) may appear only once in \(type.withArticle)"
    case .duplicateKey:
      return
        "another \(type.words.one) above has the key “\(value)”, so nothing can refer to this one"
    case .sharedKey: return "another \(type.words.one) below has the key “\(value)”, too"
    case .tooLong: return "\(field) is longer than 16 MiB and is not shown"
    }
  }

  private func expectation(_ type: RecordType, _ field: Field) -> String {
    switch type.spec(of: field)?.kind {
    case .day: "is not a date: write 2016, 2016-02 or 2016-02-22"
    case .number: "is not a whole number"
    case .choice(let words): "is not one of \(words.joined(separator: ", "))"
    case .key, .text, .reference, nil: "does not fit \(field.name)"
    }
  }

  /// Of the sets that have fields nobody knows, those whose descriptors do not allow every field.
  private func refusingSets(_ strangers: [Stranger]) -> [Int: RecRules] {
    var refusing: [Int: RecRules] = [:]
    for index in Set(strangers.compactMap { document.set(of: $0.record)?.index }) {
      if let descriptor = document.sets[index].descriptor.flatMap(document.record) {
        refusing[index] = RecRules(descriptor)
      }
    }
    return refusing
  }

  private func diagnostic(_ stranger: Stranger, _ refusing: [Int: RecRules]) -> Diagnostic {
    let rules = document.set(of: stranger.record).flatMap { refusing[$0.index] }
    let offset =
      stranger.offset.map(startOfLine)
      ?? document.record(stranger.record)?.fileOffset ?? 0
    switch stranger.kind {
    case .field(let name, let type) where rules?.allows(name) == false:
      let sentence = "\(type.withArticle) has no field \(name), nor is it one that %allowed names"
      return diagnostic(.error, at: offset, sentence, nil)
    case .field(let name, let type):
      let sentence = "\(type.withArticle) has no field \(name); it is kept as it is"
      return diagnostic(.warning, at: offset, sentence, nil)
    case .type(let name):
      let sentence = "records of type \(name) are not known here; they are kept as they are"
      return diagnostic(.warning, at: offset, sentence, nil)
    case .noType:
      let sentence = "these records belong to no type: a %rec line is missing above them"
      return diagnostic(.warning, at: offset, sentence, nil)
    }
  }

  private func startOfLine(_ offset: Int) -> Int {
    document.position(of: offset).lineRange.lowerBound
  }

  /// - Parameter offset: in the text.
  func diagnostic(
    _ severity: Diagnostic.Severity, at offset: Int, _ sentence: String, _ row: Row?
  ) -> Diagnostic {
    diagnostic(severity, inFile: marked?.offset(offset) ?? offset, sentence, row)
  }

  /// - Parameter offset: in the file.
  func diagnostic(
    _ severity: Diagnostic.Severity, inFile offset: Int, _ sentence: String, _ row: Row?
  ) -> Diagnostic {
    let file = marked?.document ?? document
    let position = file.position(of: offset)
    return Diagnostic(
      severity: severity, line: position.line, column: position.column,
      text: file.text(in: position.lineRange, limit: 200), sentence: sentence, row: row)
  }
}
