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
final class Diagnostics: Sendable {
  let text: RegisterText
  /// The file whose lines are told, where the text is one side of it.
  let marked: MarkedFile?

  init(text: RegisterText, marked: MarkedFile?) { (self.text, self.marked) = (text, marked) }

  private var document: RecDocument { text.document }

  /// Whose lines are told.
  var file: RecDocument { marked?.document ?? document }

  /// What tells of some problems and unknown items, and of what is wrong with the file itself.
  func walks(_ problems: [RecordProblem], _ unknownItems: [UnknownItem]) -> [any ToldWalk] {
    let syntax = FoundWalk(document.problems, start: { self.inFile($0.offset) }) { problem in
      self.told(
        problem.isWarning ? .warning : .error, at: problem.offset, problem.kind.description)
    }
    // Of a text in another encoding nothing else can be said.
    if document.problems.first?.encoding != nil { return [syntax] }
    let refusing = refusingSets(unknownItems)
    return [
      FoundWalk(marks), syntax, FoundWalk(swallowed),
      FoundWalk(problems, start: { self.start(of: $0.row) }) { self.told($0) },
      FoundWalk(unknownItems, start: { self.inFile(self.start(of: $0)) }) {
        self.told($0, refusing)
      },
    ]
  }

  /// The conflicts that git left, each with the lines it takes.
  private var marks: [Told] {
    guard let marked else { return [] }
    return marked.sides.ranges.map { range in
      let last = marked.document.position(of: max(range.lowerBound, range.upperBound - 1)).line
      return told(
        .error, inFile: range.lowerBound, "git left two versions here, down to line \(last)")
    }
  }

  /// The records that no empty line parts from a `%rec` line: they are part of the descriptor,
  /// where neither recutils nor a register sees them.
  private var swallowed: [Told] {
    document.sets.compactMap { set in
      guard let name = set.name, let descriptor = set.descriptor.flatMap(document.record),
        let field = descriptor.fields.first(where: { !$0.name.hasPrefix("%") }),
        let place = field.fileRange
      else { return nil }
      return told(
        .error, at: place.lowerBound,
        "an empty line is missing between this record and %rec: \(name); nothing reads it")
    }
  }

  private func told(_ problem: RecordProblem) -> Told {
    told(.error, in: text.place(of: problem.row)) {
      self.culprit(of: problem)?.valueFileRange?.lowerBound ?? self.firstField(of: problem.row)
    } say: {
      (self.sentence(on: problem, self.culprit(of: problem)?.value ?? ""), problem.row)
    }
  }

  /// The value that the problem is about; nil for a record as a whole.
  private func culprit(of problem: RecordProblem) -> RecField? {
    let record = text.place(of: problem.row).flatMap(document.record)
    var left = problem.value
    return record?.fields.first { field in
      guard field.isNamed(problem.field.name) else { return false }
      left -= 1
      return left < 0
    }
  }

  private func firstField(of row: Row) -> Int? {
    let record = text.place(of: row).flatMap(document.record)
    return record?.fields.first { _ in true }?.fileRange?.lowerBound
  }

  private func sentence(on problem: RecordProblem, _ value: String) -> String {
    let type = problem.row.type
    let field = problem.field.name
    let value = value.count > 60 ? value.prefix(59) + "…" : value
    switch problem.kind {
    case .missing: return "this \(type.noun.one) has no \(field)"
    case .invalid: return "“\(value)” \(expectation(type, problem.field))"
    case .dangling:
      let target = type.spec(of: problem.field)?.target?.noun.one ?? "record"
      return "\(field) names the \(target) “\(value)”, which is not in this register"
    case .repeated: return "\(field) may appear only once in \(type.withArticle)"
    case .duplicateKey:
      return
        "another \(type.noun.one) above has the key “\(value)”, so nothing can refer to this one"
    case .sharedKey: return "another \(type.noun.one) below has the key “\(value)”, too"
    case .tooLong: return "\(field) is longer than 16 MiB and is not shown"
    }
  }

  private func expectation(_ type: RecordType, _ field: Field) -> String {
    switch type.spec(of: field)?.kind {
    case .day: "is not a date: write 2016, 2016-02 or 2016-02-22"
    case .number: "is not a whole number"
    case .choice(let options): "is not one of \(options.joined(separator: ", "))"
    case .key, .text, .reference, nil: "does not fit \(field.name)"
    }
  }

  /// Of the sets that have fields nobody knows, those whose descriptors do not allow every field.
  private func refusingSets(_ unknownItems: [UnknownItem]) -> [Int: RecRules] {
    var refusing: [Int: RecRules] = [:]
    for index in Set(unknownItems.compactMap { document.set(of: $0.record)?.index }) {
      if let descriptor = document.sets[index].descriptor.flatMap(document.record) {
        refusing[index] = RecRules(descriptor)
      }
    }
    return refusing
  }

  private func start(of item: UnknownItem) -> Int {
    item.offset.map(document.startOfLine)
      ?? document.record(item.record)?.fileOffset ?? 0
  }

  private func told(_ item: UnknownItem, _ refusing: [Int: RecRules]) -> Told {
    let offset = start(of: item)
    switch item.kind {
    case .field(let name, let type):
      let rules =
        refusing.isEmpty ? nil : document.set(of: item.record).flatMap { refusing[$0.index] }
      if rules?.allows(name) == false {
        return told(
          .error, at: offset,
          "\(type.withArticle) has no field \(name), nor is it one that %allowed names")
      }
      return told(
        .warning, at: offset, "\(type.withArticle) has no field \(name); it is kept as it is")
    case .type(let name):
      return told(
        .warning, at: offset,
        "records of type \(name) are not known here; they are kept as they are")
    case .noType:
      return told(
        .warning, at: offset,
        "these records belong to no type: a %rec line is missing above them")
    }
  }
}
