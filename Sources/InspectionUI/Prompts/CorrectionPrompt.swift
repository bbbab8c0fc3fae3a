import InspectionModel
import InspectionOperations
import TerminalCore

/// Corrects a fact of an inspection: `Published=2016-08-03`. What the letter said is kept in the
/// note. A grade by its aspect: `care-leavers=good`, or why there is none:
/// `care-leavers=not-judged`.
struct CorrectionPrompt: Prompt {
  let label = "correct "
  var editor = LineEditor()
  private let inspection: Row

  init(_ inspection: Row) {
    self.inspection = inspection
  }

  /// The same with one of its grades begun; nil where the judgement names none.
  init?(judgement: Judgement) {
    guard let inspection = judgement.inspection, let aspect = judgement.aspect else { return nil }
    self.inspection = inspection.row
    editor = LineEditor(aspect.rawValue + "=")
  }

  /// What is corrected.
  fileprivate enum Subject: Hashable {
    case fact(Field)
    case grade(Aspect)

    /// All there are, in the order in which they are offered.
    static let all = CorrectFact.fields.map(fact) + Aspect.allCases.map(grade)

    var name: String {
      switch self {
      case .fact(let field): field.name
      case .grade(let aspect): aspect.rawValue
      }
    }

    var isRepeated: Bool {
      switch self {
      case .fact(let field): RecordType.inspection.spec(of: field)?.isRepeated ?? false
      case .grade: false
      }
    }

    func values(_ inspection: Inspection) -> [String] {
      switch self {
      case .fact(let field): return inspection.record.texts(field)
      case .grade(let aspect):
        let judged = inspection.judged.first { $0.aspect == aspect }
        return [judged?.grade?.rawValue ?? judged?.reason?.rawValue].compactMap(\.self)
      }
    }
  }

  /// Tab goes on with the name of a field or an aspect, and after `=` with the value it has.
  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    guard key == .tab else { return nil }
    let inspection: Inspection = context.register.view(inspection)
    if let (subject, values) = typed {
      let value = values.last ?? ""
      let options = subject.options(of: inspection).filter { begins($0, value) }
      let former = subject.values(inspection).joined(separator: "; ")
      editor = LineEditor("\(subject.name)=\(value.isEmpty ? former : options.first ?? former)")
    } else if let subject = Subject.all.first(where: { begins($0.name, editor.text) }) {
      editor = LineEditor(subject.name + "=")
    }
    return []
  }

  mutating func accept(_ context: Context) -> [Step] {
    guard let (subject, values) = typed else {
      return [.say(Message("write one of these, = and its value", .warning))]
    }
    let key = context.register[inspection].key
    switch subject {
    case .fact(let field): return [.closePrompt, .run(CorrectFact(field, of: key, values))]
    case .grade(let aspect):
      let outcome = values.first.flatMap(CorrectJudgement.Outcome.init)
      guard values.isEmpty || outcome != nil else {
        return [.say(Message("“\(values[0])” is not a grade; Tab completes", .warning))]
      }
      return [.closePrompt, .run(CorrectJudgement(aspect, of: key, outcome))]
    }
  }

  /// The field or the aspect and its values as far as they are typed; several values of one field
  /// are parted by semicolons.
  private var typed: (subject: Subject, values: [String])? {
    guard let equals = editor.text.firstIndex(of: "=") else { return nil }
    let name = editor.text[..<equals].lowercased()
    guard let subject = Subject.all.first(where: { $0.name.lowercased() == name })
    else { return nil }
    let value = editor.text[editor.text.index(after: equals)...]
    let parts = subject.isRepeated ? value.split(separator: ";") : [value]
    return (subject, parts.map(Self.trimmed).filter { !$0.isEmpty })
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private func begins(_ name: String, _ start: String) -> Bool {
    name.lowercased().hasPrefix(start.lowercased())
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(2, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect)
    let inspection: Inspection = context.register.view(inspection)
    let facts = CorrectFact.fields.map(\.name).joined(separator: " ")
    writer.write([(facts, .match), ("  Tab completes", .dim)], on: &canvas)
    let options = typed?.subject.options(of: inspection) ?? []
    // Joint inspections give no grades.
    let aspects = inspection.isJoint ? [] : inspection.gradable.map(\.rawValue)
    writer.write((options.isEmpty ? aspects : options).joined(separator: " "), .match, on: &canvas)
  }
}

extension CorrectionPrompt.Subject {
  /// What it can be, where that is a list: the grades of its scale, and why there is none.
  fileprivate func options(of inspection: Inspection) -> [String] {
    guard case .grade(let aspect) = self else { return [] }
    let scale = FrameworkAspects.scale(of: aspect, under: inspection.framework?.key)
    return scale.map(\.rawValue) + Ungraded.allCases.map(\.rawValue)
  }
}

extension Inspection {
  /// The aspects that its framework grades; all of them where nobody knows.
  fileprivate var gradable: [Aspect] {
    framework.flatMap { FrameworkAspects.aspects(of: $0.key, on: date) } ?? Aspect.allCases
  }
}
