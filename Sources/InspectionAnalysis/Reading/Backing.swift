import InspectionModel

/// How much evidence is behind figures, in a sentence: so that nobody takes six letters for sixty.
enum Backing {
  /// Of what people coded: letters read and coded, passages, words, coders, second readings.
  static func sentence(_ codings: Codings, _ uncoded: Uncoded) -> String {
    "Behind this: " + phrase(codings, uncoded)
  }

  /// The same without the words that lead into it.
  static func phrase(_ codings: Codings, _ uncoded: Uncoded) -> String {
    let register = codings.register
    let marked = codings.marks.filter { $0.mark != .notCoded }
    let all = codings.read.count + codings.unread.count
    let head = "\(codings.read.count) of \(counted(all, "letter")) read"
    guard !marked.isEmpty else { return head + ". \(uncoded.sentence) in them." }
    var coded = [Bool](repeating: false, count: register.rowCount(.passage))
    for mark in marked { coded[mark.passage.number] = true }
    let letters = Set(marked.map(\.inspection))
    let words = ReportWords(of: codings.read, in: register, where: { coded[$0] })
    let (coders, second) = readers(coded, register)
    return head + ", \(letters.count) of them coded (\(marked.count) of "
      + counted(codings.marks.count, "passage") + ", " + words.phrase(of: "letters") + ") by "
      + (coders.isEmpty ? "nobody that is named" : listed(coders, upTo: 3)) + "; "
      + (second == 0
        ? "no passage was read by a second person."
        : "\(counted(second, "passage")) read by a second person.")
  }

  /// Who coded some passages, and how many of these a second person read.
  private static func readers(_ coded: [Bool], _ register: Register) -> ([String], Int) {
    let passages = register.column(.passage, of: .contribution)
    let passes = register.column(.pass, of: .contribution)
    let second = Pass.allCases.firstIndex(of: .second)
    func isCoded(_ row: Int) -> Bool { passages.reference(row).map { coded[$0] } ?? false }
    let names = register.column(.by, of: .contribution).texts(where: isCoded)
    var again: Set<Int> = []
    for row in 0..<passes.count where passes.choice(row) == second && passes.isLive(row) {
      if let passage = passages.reference(row), coded[passage] { again.insert(passage) }
    }
    return (names.sorted(), again.count)
  }

  /// Of what the program read: letters, passages, those with an agency, words.
  static func sentence(_ asRead: AsRead) -> String { "Behind this: " + phrase(asRead) }

  /// The same without the words that lead into it.
  static func phrase(_ asRead: AsRead) -> String {
    let counted = Set(asRead.passages.map(\.passage.number))
    let words = ReportWords(
      of: asRead.read, in: asRead.register, where: { counted.contains($0) })
    let named = asRead.passages.count { $0.agencies > 0 }
    let all = asRead.read.count + asRead.unread.count
    return "\(asRead.read.count) of \(InspectionModel.counted(all, "report")) read, "
      + "\(InspectionModel.counted(counted.count, "passage")) (\(words.phrase(of: "reports"))), "
      + "\(named) of them naming an agency."
  }
}
