import InspectionAnalysis
import InspectionModel
import TerminalCore

/// What comes of work done beside the screen.
extension State {
  mutating func receive(_ part: ListWork.Part) {
    for index in screens.indices.reversed() where screens[index].listed?.work?.number == part.number
    {
      screens[index].listed?.receive(part)
      return
    }
  }

  mutating func receive(_ answer: AccountWork.Answer) {
    for index in screens.indices { screens[index].receive(answer) }
  }

  mutating func receive(_ result: Event.ExportResult) {
    switch result {
    case .done(let path):
      // A table of records cannot say it itself.
      let hidden = hidden.map { "; \($0.sentence)" } ?? ""
      message = Message("wrote \(path)\(hidden)", .good)
    case .failed(let why, let export):
      message = Message(why, .error)
      // To be mended, unless something else is typed meanwhile.
      if prompt == nil, let export { prompt = ExportPrompt(export) }
    case .taken(var export):
      export.replaces = true
      let (effect, path) = (Effect.export(export), export.path)
      // Not while something else is typed, which would be lost.
      guard prompt == nil else {
        message = Message("\(path) already exists; nothing was written", .warning)
        return
      }
      prompt = TextPrompt("\(path) exists; type yes to replace it ") { answer in
        answer == "yes"
          ? [.effect(effect)] : [.say(Message("\(path) is left as it was"))]
      }
    }
  }

  /// Shows what has been read of the file so far.
  mutating func grow(_ register: Register, _ share: Double) {
    // What was told on the way may be taken up after the end.
    guard file.isBeingRead else { return }
    // Reviews stand near the end of the file, so that nobody knows yet what this person may see.
    let shown = Blinding.applied(toUnread: register)
    self.register = shown
    file.work = "reading \(Int(share * 100)) %"
    for index in screens.indices where screens[index].listed?.work == nil {
      screens[index].renew(shown)
    }
  }

  /// Goes on with a path, unless something else was typed meanwhile.
  mutating func complete(_ typed: String, _ path: String, _ choices: [String]) {
    guard prompt?.editor.text == typed else { return }
    prompt?.editor = LineEditor(path)
    if choices.isEmpty {
      message = Message("no file starts like that", .warning)
    } else if choices.count > 1 {
      message = Message(choices.joined(separator: "  "))
    }
  }
}
