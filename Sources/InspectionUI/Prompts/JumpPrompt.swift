import InspectionModel
import TerminalCore

/// Goes to any passage by its letter and its number in it: `croydon i4`, `i4` in this letter, or
/// its key.
struct JumpPrompt: Prompt {
  let label = "passage "
  var editor = LineEditor()
  /// The letter one is in, to whose passages a number alone leads.
  let inspection: Row?

  init(in inspection: Row?) {
    self.inspection = inspection
  }

  mutating func accept(_ context: Context) -> [Step] {
    guard let row = found(context.register) else {
      return [.say(Message("no passage is called “\(editor.text)”; write croydon i4", .warning))]
    }
    return [.closePrompt, .select(row)]
  }

  /// The passage of that key, or of the first letter whose area and year begin so.
  private func found(_ register: Register) -> Row? {
    if let row = register.row(.passage, key: editor.text) { return row }
    let words = editor.text.lowercased().split(separator: " ")
    guard let code = words.last else { return nil }
    let area = words.dropLast().joined(separator: " ")
    let here = inspection.map { [register.view($0, as: Inspection.self)] } ?? []
    let letters =
      area.isEmpty
      ? here : register.all(Inspection.self).filter { $0.title.lowercased().hasPrefix(area) }
    return letters.lazy.compactMap { register.row(.passage, key: "\($0.key)/\(code)") }.first
  }
}
