import InspectionModel
import InspectionOperations

/// Reads the text of a published letter: bytes, pages, classified lines, runs, outline, letter.
///
/// A pure function of the text, the file's name and the vocabulary: it looks nothing up in a list
/// of known letters. The cost grows with the length of the text; a letter takes some milliseconds.
public struct LetterReader: Sendable {
  private let areas: AreaFinder
  private let themes: Themes
  private let agencies: AgencyFinder
  private let inspectorates = Inspectorates()

  /// The register's keys of the frameworks whose reports are read.
  public static var frameworks: Set<String> {
    Set(ReportReader.profiles.map(\.framework)).union(["jtai", "ilacs-short"])
  }

  /// A reader that knows these names. Make one and read many letters with it.
  public init(vocabulary: Vocabulary) {
    areas = AreaFinder(vocabulary.areas)
    themes = Themes(vocabulary.themes)
    agencies = AgencyFinder(vocabulary.agencies)
  }

  /// Reads a letter as `pdftotext` or `pdftotext -layout` made it.
  /// - Parameters:
  ///   - text: the bytes; UTF-8 or Latin-1, a form feed at the end of each page.
  ///   - name: the file's name, a last hint to the area.
  /// - Returns: the letter; one with a `refusal` when the text is no such letter.
  public func read(_ text: [UInt8], name: String? = nil) -> Letter {
    do {
      let text = try LetterText(text)
      let numbers = LineNumbers(text.pages)
      let pages = numbers.pages
      let lines = pages.lines
      let reports = ReportReader(
        areas: areas, agencies: agencies, inspectorates: inspectorates)
      if let report = reports.read(lines, name: name) { return report.telling(numbers.problem) }
      let parts = LetterParts(lines, pages: pages.count)
      let subject = try LetterCheck.subject(of: parts, text)
      return letter(parts, lines, subject, name: name).telling(numbers.problem)
    } catch {
      return Letter(refusal: error.refusal)
    }
  }

  private func letter(
    _ parts: LetterParts, _ lines: [Line], _ subject: Subject, name: String?
  ) -> Letter {
    var letter = Letter()
    letter.framework = Letter.Found("jtai", at: subject.line.place)
    let dates = Dates(parts)
    letter.published = dates.published
    letter.fieldworkFrom = dates.from
    letter.fieldworkTo = dates.to
    letter.statementDue = dates.due
    letter.inspectorates = inspectorates.read(parts, published: dates.published?.value)
    let addressees = Addressees(parts.address).entries
    letter.addressees = addressees.map { Letter.Found($0.addressee, at: $0.place) }
    letter.statementBy = Statement(parts, addressees).by
    let day = dates.from?.value ?? dates.published?.value
    let named = area(parts, subject, addressees, name, on: day)
    letter.area = named.found(at: subject.line.place)
    letter.theme = themes.theme(of: subject)
    let outline = Outline(parts.runs, parts.hyphens)
    letter.sections = outline.sections
    letter.passages = outline.entries.passages(agencies(of: parts))
    letter.wordCount = Shape.wordCount(lines)
    letter.hasSignature = parts.hasSignature
    letter.problems =
      (dates.problems + outline.problems + named.problems(on: day, at: subject.line.place)
      + Gaps.problems(letter, parts, subject) + Shape.problems(letter))
      .sorted { $0.place < $1.place }
    return letter
  }

  /// The area: the subject names it, or else the salutation, the opening, an addressee's body or
  /// the file's name. Which of several areas of one name is told by the day.
  private func area(
    _ parts: LetterParts, _ subject: Subject, _ addressees: [Addressees.Entry], _ name: String?,
    on day: Day?
  ) -> NamedArea {
    let words = subject.areaWords
    if let found = areas.whole(words, on: day) {
      return NamedArea(words, found.area, beside: found.beside, others: found.others)
    }
    // Part of the name of another place names no area.
    guard areas.first(in: words, on: day) == nil else { return NamedArea(words, nil) }
    func first(_ texts: [String]) -> KnownArea? {
      texts.lazy.compactMap { areas.first(in: $0, on: day) }.first
    }
    if let known = first([subject.line.text, parts.openingLines.first?.text ?? ""]) {
      return NamedArea(words, known)
    }
    // A police force or a health board covers several areas, a council one.
    let councils = addressees.map(\.addressee.body).filter(\.namesCouncil)
    let guess =
      areas.only(beginningWith: words, on: day)
      ?? first([parts.opening.text] + councils + [name ?? ""])
    return NamedArea(words, guess, beside: guess == nil ? [] : [words])
  }

  /// The agencies, with the abbreviations that the opening explains.
  private func agencies(of parts: LetterParts) -> AgencyFinder {
    var agencies = agencies
    agencies.learnAbbreviations(in: parts.opening.text)
    return agencies
  }
}

extension String {
  fileprivate var namesCouncil: Bool {
    words.contains { ["council", "borough", "authority"].contains($0.key) }
  }
}

extension Letter.AreaName {
  init(words: String, _ area: KnownArea?) {
    self.words = words
    name = area?.name ?? words
    id = area?.id
    code = area?.code
  }
}
