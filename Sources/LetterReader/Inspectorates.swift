import InspectionModel
import InspectionOperations

/// Finds the inspectorates in the sentences that say who inspected.
struct Inspectorates: Sendable {
  private var book = PhraseBook<Letter.Inspectorate>()
  /// HMIC became HMICFRS on 19 July 2017.
  private static let renamed = Day(year: 2017, month: 7, day: 19)

  /// Learns the ways in which the letters name inspectorates.
  init() {
    let names: [(Letter.Inspectorate, [String])] = [
      (
        .ofsted,
        ["Ofsted", "HMCI", "Office for Standards in Education", "Chief Inspector of Education"]
      ),
      (.cqc, ["CQC", "Care Quality Commission"]),
      (
        .hmicfrs,
        [
          "hmic*", "HMIFRS", "Inspectorate Constabulary", "HMI Constabulary", "HMI of Constabulary",
          "Inspectorate of Constabulary",
          "Inspectorates of Constabulary", "Inspector of Constabulary",
          "Inspectors of Constabulary",
        ]
      ),
      (
        .hmiProbation,
        [
          "HMIP", "HMI Prob*", "HMI of Probation", "Inspectorate of Probation",
          "Inspector of Probation",
          "HMIProb*",
        ]
      ),
    ]
    for (inspectorate, patterns) in names {
      for pattern in patterns { book.add(pattern, inspectorate) }
    }
  }

  /// The inspectorates of a letter: those named in sentences that name two or more; else those that
  /// sign.
  func read(_ parts: LetterParts, published: Day?) -> [Letter.Found<Letter.Inspectorate>] {
    let opening = parts.opening
    let named = opening.sentences.flatMap { range -> [Letter.Found<Letter.Inspectorate>] in
      let found = find(in: String(opening.text[range]), at: opening.place(at: range.lowerBound))
      return Set(found.map(\.value)).count > 1 ? found : []
    }
    if !named.isEmpty { return ordered(named, published) }
    let signatures = Prose(parts.signature, parts.hyphens)
    let signed = find(in: signatures.text, at: signatures.place)
    return ordered(signed.map { Letter.Found($0.value, at: $0.place, how: .guessed) }, published)
  }

  /// The first line that names an inspectorate.
  func place(of inspectorate: Letter.Inspectorate, in lines: [Line]) -> Letter.Place? {
    lines.first { line in book.matches(in: line.text.words).contains { $0.meaning == inspectorate }
    }?
    .place
  }

  private func find(in text: String, at place: Letter.Place) -> [Letter.Found<Letter.Inspectorate>]
  {
    book.matches(in: text.words).compactMap { $0.meaning.map { Letter.Found($0, at: place) } }
  }

  /// Each once, in a fixed order, the police inspectorate under the name of the day.
  private func ordered(_ found: [Letter.Found<Letter.Inspectorate>], _ published: Day?)
    -> [Letter.Found<Letter.Inspectorate>]
  {
    let isEarly = published.flatMap { day in Self.renamed.map { day < $0 } } ?? false
    return [Letter.Inspectorate.ofsted, .cqc, .hmicfrs, .hmiProbation].compactMap { inspectorate in
      guard var first = found.first(where: { $0.value == inspectorate }) else { return nil }
      if inspectorate == .hmicfrs, isEarly { first.value = .hmic }
      return first
    }
  }
}
