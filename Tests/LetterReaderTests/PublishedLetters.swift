import InspectionModel
import InspectionOperations
import LetterReader
import Testing

/// The published letters in the folder that JOINTVIEW_LETTERS names, with their truth; not part of
/// the repository.
private let folder = Files.environment("JOINTVIEW_LETTERS")

@Suite(.enabled(if: folder != nil, "JOINTVIEW_LETTERS names no folder of letters"))
struct PublishedLetters {
  @Test(arguments: ["", "-layout"])
  func `the published letters are read as a careful reader reads them`(option: String) throws {
    let folder = try #require(folder)
    let bench = try Bench(folder: folder)
    var total = Figures()
    for file in Files.names(in: folder) where file.hasSuffix(".pdf") {
      let name = String(file.dropLast(4))
      let text = try Files.output(of: "pdftotext \(option) '\(folder)/\(file)' -")
      let figures = bench.measure(text, name)
      print(name, figures)
      total += figures
    }
    print("all letters \(option)", total)
    #expect(total.facts.recall >= 0.99)
    #expect(total.themes.recall >= 0.97)
    #expect(total.passages.recall >= 0.99)
    #expect(total.passages.precision >= 0.99)
    // Raw text does not show where a paragraph ends whose last line is full.
    #expect(total.unmarked.recall >= (option.isEmpty ? 0.75 : 0.99))
    #expect(total.paragraphs.recall >= (option.isEmpty ? 0.85 : 0.98))
    #expect(total.paragraphs.precision >= (option.isEmpty ? 0.85 : 0.98))
    #expect(total.sections.recall >= 0.97)
    #expect(total.agencies.recall >= 0.9)
    #expect(total.agencies.precision >= 0.9)
  }

  @Test func `raw text and layout text give the same passages`() throws {
    let folder = try #require(folder)
    let bench = try Bench(folder: folder)
    for file in Files.names(in: folder) where file.hasSuffix(".pdf") {
      let raw = bench.reader.read(try Files.output(of: "pdftotext '\(folder)/\(file)' -"))
      let layout = bench.reader.read(
        try Files.output(of: "pdftotext -layout '\(folder)/\(file)' -"))
      let left = raw.passages.map { $0.text.bare }
      let right = layout.passages.map { $0.text.bare }
      let lost = left.count { !right.contains($0) }
      let gained = right.count { !left.contains($0) }
      print(file, "passages raw \(left.count) layout \(right.count) differing \(lost) \(gained)")
      // Paragraphs may differ: raw text does not show where one ends whose last line is full.
      guard !raw.problems.contains(where: { $0.message.contains("no bullet glyphs") }) else {
        continue
      }
      let lists: Set<SectionKind> = [.strength, .improvement, .priorityAction, .caseStudy]
      #expect(
        raw.passages.filter { lists.contains($0.section) }.map { $0.text.bare }
          == layout.passages.filter { lists.contains($0.section) }.map { $0.text.bare })
    }
  }
}

extension PublishedLetters {
  @Test(arguments: [("", "-layout"), ("-layout", "")])
  func `a letter extracted anew changes nothing in the register`(first: String, then: String) throws
  {
    let folder = try #require(folder)
    let reader = try Bench(folder: folder).reader
    var author = Author(
      "mh", on: try #require(Day(iso: "2026-11-23")), keys: SplitMix(seed: 1))
    for file in Files.names(in: folder) where file.hasSuffix(".pdf") {
      var register = Register.empty
      for option in [first, then] {
        let text = try Files.output(of: "pdftotext \(option) '\(folder)/\(file)' -")
        let report = reader.read(text, name: file).observation(from: file)
        let change = try ImportReport(report).proposal(for: register, by: &author).change
        #expect(option == first || change.edits.isEmpty, "\(file)")
        try register.apply(change)
      }
    }
  }
}

/// What is measured of a letter, or of all.
struct Figures: CustomStringConvertible {
  var facts = Score()
  var themes = Score()
  var passages = Score()
  /// The same for lists without glyphs, whose passages are paragraphs.
  var unmarked = Score()
  /// Headline and main findings, by paragraph.
  var paragraphs = Score()
  var sections = Score()
  var agencies = Score()

  var description: String {
    """
      facts \(facts)
      themes \(themes)
      passages \(passages)
      unmarked \(unmarked)
      paragraphs \(paragraphs)
      headings \(sections)
      agencies \(agencies)
    """.split(separator: "\n").reduce("") { $0 + "\n" + $1 }
  }

  static func += (one: inout Figures, other: Figures) {
    one.facts += other.facts
    one.themes += other.themes
    one.passages += other.passages
    one.unmarked += other.unmarked
    one.paragraphs += other.paragraphs
    one.sections += other.sections
    one.agencies += other.agencies
  }
}

/// Reads letters and compares them with the truth.
struct Bench {
  let reader: LetterReader
  private let truth: Truth
  private let isLoud = Files.environment("JOINTVIEW_LETTERS_MISSES") != nil

  init(folder: String) throws {
    truth = try Truth(folder: folder + "/truth")
    let areas =
      Self.areas(folder)
      ?? truth.letters.values.map { row in
        KnownArea(id: (row["area"] ?? "").words(joinedBy: "-"), name: row["area"] ?? "")
      }
    reader = LetterReader(vocabulary: try vocabulary(areas: areas))
  }

  /// The areas of England, if their table stands beside the letters.
  private static func areas(_ folder: String) -> [KnownArea]? {
    try? Truth.table(folder + "/../facts/data/la_england_153.csv").map { row in
      let name = row["name"] ?? ""
      return KnownArea(
        id: name.words(joinedBy: "-"), name: name, aliases: [row["ons_name"] ?? ""],
        code: row["gss_code"])
    }
  }

  func measure(_ text: [UInt8], _ name: String) -> Figures {
    let letter = reader.read(text, name: name)
    let row = truth.letters[name] ?? [:]
    var figures = Figures()
    figures.facts = facts(letter, row)
    figures.themes = compare(
      [Truth.themeIDs[row["theme"] ?? ""] ?? ""], [letter.theme?.value.id ?? ""])
    let passages = passages(letter, name)
    let isMarked = truth.items(name).allSatisfy { $0["item_style"] == "bullet" }
    if isMarked { figures.passages = passages } else { figures.unmarked = passages }
    figures.paragraphs = paragraphs(letter, name)
    figures.sections = sections(letter, name)
    figures.agencies = agencies(letter, name)
    return figures
  }

  private func facts(_ letter: Letter, _ row: Truth.Row) -> Score {
    let expected = ["area", "fieldwork_from", "fieldwork_to", "published", "inspectorates"].map {
      row[$0] ?? ""
    }
    let days = [letter.fieldworkFrom, letter.fieldworkTo, letter.published].map {
      $0?.value.description ?? ""
    }
    let inspectorates = letter.inspectorates.map(\.value.rawValue).joined(separator: ";")
    return compare(expected, [letter.area?.value.name ?? ""] + days + [inspectorates])
  }

  /// A passage is right when its section, its first six and its last three words are.
  private func passages(_ letter: Letter, _ name: String) -> Score {
    var rest = letter.passages.filter { $0.section.isListed }
    var score = Score()
    for item in truth.items(name) {
      let (first, last) = (
        (item["first_six_words"] ?? "").bare, (item["last_three_words"] ?? "").bare
      )
      let found = rest.firstIndex {
        $0.section == Truth.kinds[item["section_kind"] ?? ""]
          && (item["item_style"] == "paragraph" || "\($0.index)" == item["index"])
          && $0.text.bare.hasPrefix(first) && $0.text.bare.hasSuffix(last)
      }
      if let found { rest.remove(at: found) } else { report("missed", "\(item)") }
      score += Score(right: found == nil ? 0 : 1, missed: found == nil ? 1 : 0)
    }
    for passage in rest { report("wrong", "\(passage.code) \(passage.text)") }
    score.wrong = rest.count
    return score
  }

  /// The paragraphs of headline and main findings, for letters whose truth has them.
  private func paragraphs(_ letter: Letter, _ name: String) -> Score {
    let rows = truth.paragraphs(name)
    let kinds = Set(rows.compactMap { SectionKind(rawValue: $0["section_kind"] ?? "") })
    var rest = letter.passages.filter { kinds.contains($0.section) }
    var score = Score()
    for row in rows {
      let (first, last) = (
        (row["first_six_words"] ?? "").bare, (row["last_three_words"] ?? "").bare
      )
      let found = rest.firstIndex {
        $0.section.rawValue == row["section_kind"] && $0.text.bare.hasPrefix(first)
          && $0.text.bare.hasSuffix(last)
      }
      if let found { rest.remove(at: found) } else { report("paragraph missed", "\(row)") }
      score += Score(right: found == nil ? 0 : 1, missed: found == nil ? 1 : 0)
    }
    score.wrong = rest.count
    return score
  }

  private func sections(_ letter: Letter, _ name: String) -> Score {
    func key(_ heading: String, _ kind: SectionKind?, _ level: String, _ page: String)
      -> String
    {
      "\(heading.bare) \(kind == .context ? "other" : kind?.rawValue ?? "") \(level) \(page)"
    }
    let expected = truth.sections(name).map {
      key(
        $0["heading_verbatim"] ?? "", Truth.kinds[$0["kind"] ?? ""], $0["level"] ?? "",
        $0["page"] ?? "")
    }
    return compare(
      expected, letter.sections.map { key($0.heading, $0.kind, "\($0.level)", "\($0.place.page)") })
  }

  /// Agencies that act count for recall; those that are only named are not wrong.
  private func agencies(_ letter: Letter, _ name: String) -> Score {
    var score = Score()
    for row in truth.agencies(name) where row["sure"] == "yes" {
      let item = truth.items(name).first {
        $0["section_kind"] == row["section_kind"] && $0["index"] == row["index"]
      }
      let passage = letter.passages.first {
        $0.text.bare.hasPrefix((item?["first_six_words"] ?? "?").bare)
      }
      let found = Set(passage?.agencies.map(\.agency) ?? [])
      let acting = Truth.identifiers(row["agencies"])
      let allowed = acting.union(Truth.identifiers(row["also_mentioned"]))
      for mention in passage?.agencies ?? [] {
        let isRight = acting.contains(mention.agency)
        report(
          "mention \(isRight ? "acts" : allowed.contains(mention.agency) ? "named" : "wrong")",
          "\(mention.agency): \(mention.words.lowercased())")
      }
      for id in acting.subtracting(found) {
        report("agency missed", "\(id): \(passage?.text ?? "")")
      }
      for mention in passage?.agencies ?? [] where !allowed.contains(mention.agency) {
        report("agency wrong", "\(mention.agency) (\(mention.words)): \(passage?.text ?? "")")
      }
      score += Score(
        right: acting.intersection(found).count, missed: acting.subtracting(found).count,
        wrong: found.subtracting(allowed).count)
    }
    return score
  }

  private func compare(_ expected: [String], _ found: [String]) -> Score {
    let wrong = found.filter { !expected.contains($0) }
    let missed = expected.filter { !found.contains($0) }
    if !wrong.isEmpty || !missed.isEmpty { report("differs", "expected \(missed) found \(wrong)") }
    return Score(right: expected.count - missed.count, missed: missed.count, wrong: wrong.count)
  }

  private func report(_ what: String, _ detail: String) {
    if isLoud { print("  \(what): \(detail)") }
  }
}

extension SectionKind {
  /// Whether its passages are in the table of items.
  fileprivate var isListed: Bool {
    self == .strength || self == .improvement || self == .priorityAction
  }
}

extension String {
  /// Letters and digits alone, in lower case.
  var bare: String { lowercased().filter { $0.isLetter || $0.isNumber } }

  func words(joinedBy mark: String) -> String {
    lowercased().split { !$0.isLetter }.joined(separator: mark)
  }
}
