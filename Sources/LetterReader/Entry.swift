import InspectionModel

/// A passage as lines joined, before anyone asks which agencies it speaks of.
struct Entry: Equatable {
  let kind: SectionKind
  let subheading: String
  var prose: Prose
  /// The sentence that leads in to its list; empty without one.
  var leadIn = ""
  /// Its number as printed.
  var number: String?
  /// Who is responsible, of a row that says so.
  var bodies: [String] = []
}

extension [Entry] {
  /// The passages, numbered within each kind, with the agencies that the finder tells in them. It
  /// first learns the abbreviations that any of them explains.
  func passages(_ finder: AgencyFinder) -> [Letter.Passage] {
    var agencies = finder
    for entry in self { agencies.learnAbbreviations(in: entry.prose.text) }
    var counts: [SectionKind: Int] = [:]
    return map { entry in
      counts[entry.kind, default: 0] += 1
      let text = [entry.leadIn, entry.prose.text].filter { !$0.isEmpty }.joined(separator: "\n")
      return Letter.Passage(
        section: entry.kind, index: counts[entry.kind, default: 1], subheading: entry.subheading,
        number: entry.number, place: entry.prose.place, pageTo: entry.prose.lastPage,
        text: entry.prose.text, bodies: entry.bodies, agencies: agencies.mentions(in: text))
    }
  }
}
