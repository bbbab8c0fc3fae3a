import InspectionModel
import InspectionOperations
import TerminalCore

/// Asks for staff-days: a line of words, with what may come next above it.
struct EstimatePrompt: Prompt {
  let label = "estimate "
  var editor: LineEditor
  private let scenario: Row?
  /// The estimate to be changed; nil for a new one.
  private let changed: Row?
  private var line: EstimateLine
  private var choices: [String] = []

  /// - Parameters:
  ///   - scenario: the scenario whose inspection it is of; nil for those that take place.
  ///   - start: how the line begins.
  init(of scenario: Row? = nil, start: String = "", _ register: Register) {
    (self.scenario, changed, editor) = (scenario, nil, LineEditor(start))
    line = EstimateLine(start, scenario: scenario, register)
    read(register)
  }

  init(changing estimate: Estimate) {
    let record = estimate.record
    scenario = record.reference(.scenario)
    changed = record.row
    let fields: [Field] = [
      .inspection, .framework, .agency, .phase, .low, .mid, .high, .grade, .source,
    ]
    let start = fields.compactMap { record.text($0) }.joined(separator: " ")
    editor = LineEditor(start)
    line = EstimateLine(start, scenario: scenario, record.register)
  }

  private mutating func read(_ register: Register) {
    line = EstimateLine(editor.text, scenario: scenario, register)
    choices = line.fault == nil ? Self.choices(line, register) : []
  }

  /// What the word being typed may be. O(frameworks + agencies); inspections are too many to be
  /// listed, and are looked up by what is typed of them.
  private static func choices(_ line: EstimateLine, _ register: Register) -> [String] {
    let all: [String] =
      switch line.expected {
      case .subject:
        register.rows(.framework).map { register[$0].key }
          + (line.beginning.count < 3 ? [] : register.rows(.inspection).map { register[$0].key })
      case .agency: register.rows(.agency).map { register[$0].key }
      case .phase: Phase.allCases.map(\.rawValue)
      case .grade: EvidenceGrade.allCases.map(\.rawValue)
      case .low, .mid, .high, .source: []
      }
    return all.filter { $0.hasPrefix(line.beginning) }
  }

  mutating func changed(_ context: Context) -> [Step] {
    read(context.register)
    return []
  }

  /// Tab goes on with the word as far as it can only be that.
  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    guard key == .tab, let first = choices.first else { return nil }
    let common = choices.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let ending = choices.count == 1 ? " " : ""
    let added = String(common.dropFirst(line.beginning.count)) + ending
    editor = LineEditor(editor.text + added)
    return changed(context)
  }

  mutating func accept(_ context: Context) -> [Step] {
    switch line.finished() {
    case .failure(let fault): return [.say(Message(fault.sentence, .warning))]
    case .success(let values):
      let changed = changed.map { context.register[$0].key }
      return [
        .closePrompt,
        .run(changed.map { MakeEstimate(changing: $0, to: values) } ?? MakeEstimate(values)),
      ]
    }
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(5, max(0, rect.height - 4)) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect.inset(left: 1))
    let subject = scenario.map { context.register[$0].text(.name) ?? "" }
    writer.write(
      [
        ("Staff-days of one agency in one phase", .heading),
        (subject.map { " of one “\($0)” inspection" } ?? "", .text),
      ], on: &canvas)
    if let fault = line.fault {
      writer.paragraph(fault, .warning, on: &canvas)
    } else {
      writer.write([("next: ", .dim), (line.expected.name, .text)], on: &canvas)
      if !choices.isEmpty { writer.paragraph(choices.joined(separator: "  "), .match, on: &canvas) }
    }
    while writer.line < 4 { writer.blank() }
    let start = scenario == nil ? "jtai " : ""
    writer.write(
      [
        ("\(start)police on-site 2 4 8 assumption talk with two forces", .dim),
        ("   Tab completes", .dim),
      ], on: &canvas)
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
