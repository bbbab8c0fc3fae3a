import Glibc

/// Makes registers of any size for measuring: the starter's areas, frameworks, themes, agencies and
/// criteria, and on top of them invented inspections with 30 passages each and four contributions a
/// passage, about 300 bytes a contribution in all. The same seed gives the same bytes.
struct RegisterMaker {
  /// The starter register's text up to its inspections.
  private let head: [UInt8]
  /// The starter's descriptors of inspections, passages and contributions.
  private let descriptors: [String: String]
  private let areas: [String]
  private var sentences: Sentences
  private var keysMade: UInt64 = 0
  private var table: OutputFile?

  init(starter: String, seed: UInt64) {
    let sets = starter.components(before: "%rec: ")
    let known = ["Inspection", "Passage", "Contribution"]
    var head = ""
    var descriptors: [String: String] = [:]
    for set in sets {
      let name = known.first { set.hasPrefix("%rec: \($0)\n") }
      if let name {
        descriptors[name] = String(set[..<(set.firstRange(of: "\n\n")?.upperBound ?? set.endIndex)])
      } else {
        head += set
      }
    }
    let ofAreas = sets.first { $0.hasPrefix("%rec: Area\n") } ?? ""
    areas = ofAreas.split(separator: "\n").filter { $0.hasPrefix("Id: ") }
      .map { String($0.dropFirst(4)) }.sorted()
    (self.head, self.descriptors) = (Array(head.utf8), descriptors)
    sentences = Sentences(seed: seed)
  }

  /// Writes a register of so many contributions, and these alone as a CSV table beside it for
  /// programs that know no rec; returns the register's size in bytes.
  mutating func write(contributions: Int, to path: String) throws -> Int {
    let file = try OutputFile(path)
    table = try OutputFile(path + ".csv")
    table?.write("Id,Passage,Agency,Criterion,Direction,By,On,Note\n")
    file.write(head)
    let passages = max(1, contributions / 4)
    let plan = inspections(max(1, passages / 30))
    file.write(descriptors["Inspection"])
    for inspection in plan { file.write(self.inspection(inspection)) }
    file.write(descriptors["Passage"])
    var keys: [String] = []
    for (number, inspection) in plan.enumerated() {
      let share = passages * (number + 1) / plan.count - passages * number / plan.count
      keys += writePassages(of: inspection.key, share, to: file)
    }
    file.write(descriptors["Contribution"])
    for (number, key) in keys.enumerated() {
      let share =
        contributions * (number + 1) / keys.count - contributions * number / keys.count
      writeContributions(to: key, share, file)
    }
    _ = try table?.close()
    return try file.close()
  }

  // MARK: - Inspections

  private struct Visit {
    let key: String
    let area: String
    let year: Int
    let month: Int
  }

  /// Spread over the areas and months, in the order of their keys.
  private func inspections(_ count: Int) -> [Visit] {
    (0..<count).map { number in
      let area = areas[number % areas.count]
      let month = 2 + number / areas.count
      let (year, monthOfYear) = (2016 + month / 12, month % 12 + 1)
      return Visit(
        key: "jtai-\(area)-\(year)-\(two(monthOfYear))", area: area, year: year, month: monthOfYear)
    }.sorted { $0.key < $1.key }
  }

  private mutating func inspection(_ visit: Visit) -> String {
    let month = "\(visit.year)-\(two(visit.month))"
    let theme = sentences.one(of: Self.themes)
    return """
      Id: \(visit.key)
      Area: \(visit.area)
      Framework: jtai
      Theme: \(theme)
      From: \(month)-06
      To: \(month)-10
      Published: \(month)-28
      Inspectorate: Ofsted
      Inspectorate: CQC
      Inspectorate: HMICFRS
      PriorityAction: \(sentences.once(in: 5) ? "yes" : "no")
      Certainty: stated-in-letter
      Source: https://example.org/letters/\(visit.key)


      """
  }

  // MARK: - Passages

  private mutating func writePassages(
    of inspection: String, _ count: Int, to file: OutputFile
  ) -> [String] {
    var sections: [(section: String, index: Int)] = []
    for (section, share) in [("improvement", 12), ("next-steps", 4), ("strength", 14)] {
      let last = section == "strength" ? count - sections.count : count * share / 30
      sections += (0..<max(0, last)).map { (section, $0 + 1) }
    }
    let passages = sections.map { (key: "\(inspection)/\($0.section.prefix(1))\($0.index)", $0) }
      .sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
    for (key, place) in passages {
      let agency = sentences.number(below: Self.agencies.count)
      file.write(
        """
        Id: \(key)
        Inspection: \(inspection)
        Section: \(place.section)
        Index: \(place.index)
        Heading: \(sentences.one(of: Self.headings))
        Page: \(2 + place.index / 4)
        Text: \(sentences.finding()) \(sentences.finding())
        Agency: \(Self.agencies[agency])
        Agency: \(Self.agencies[(agency + 1) % Self.agencies.count])
        By: mh
        On: 2025-11-\(two(1 + place.index % 28))


        """)
    }
    return passages.map(\.key)
  }

  // MARK: - Contributions

  private mutating func writeContributions(to passage: String, _ count: Int, _ file: OutputFile) {
    for key in (0..<count).map({ _ in contributionKey() }).sorted() {
      let agency = sentences.number(below: Self.agencies.count)
      let criterion = "I\(sentences.number(below: 10))"
      let direction = sentences.one(of: Self.directions)
      let note = sentences.once(in: 3) ? "" : sentences.remark()
      let by = sentences.one(of: Self.coders)
      let day =
        "2025-\(two(1 + sentences.number(below: 12)))-\(two(1 + sentences.number(below: 28)))"
      var text = "Id: \(key)\nPassage: \(passage)\nAgency: \(Self.agencies[agency])\n"
      text += "Criterion: \(criterion)\nDirection: \(direction)\n"
      for other in 0..<sentences.one(of: Self.partners) {
        text += "With: \(Self.agencies[(agency + 1 + other) % Self.agencies.count])\n"
      }
      if !note.isEmpty { text += "Note: \(note)\n" }
      text += "By: \(by)\nOn: \(day)\n\n"
      let agencyKey = Self.agencies[agency]
      table?.write(
        "\(key),\(passage),\(agencyKey),\(criterion),\(direction),\(by),\(day),\(note)\n")
      file.write(text)
    }
  }

  /// Eight signs of 32 as if by chance, and never the same twice: an odd factor shuffles the
  /// numbers of 40 bits.
  private mutating func contributionKey() -> String {
    keysMade += 1
    let number = keysMade &* 0x9E_3779_B97F
    return "C-" + String((0..<8).map { Self.signs[Int(number >> (35 - 5 * UInt64($0))) & 31] })
  }

  private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private static let themes = [
    "criminal-exploitation", "domestic-abuse", "front-door", "mental-health", "neglect",
    "serious-youth-violence", "sexual-abuse-in-the-family",
  ]
  private static let agencies = [
    "council", "education", "health", "police", "probation", "social-care", "youth-justice",
  ]
  private static let headings = [
    "Leadership and management", "Identification of need", "Planning and decisions",
    "Practice with children and families", "Working together at the front door",
  ]
  private static let directions = ["+", "+", "-", "-", "-", "=", "0"]
  private static let partners = [0, 0, 1, 1, 1, 2]
  private static let coders = ["ab", "jk", "mh", "rs", "tw"]
}

/// A number in two digits.
private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension String {
  /// Cuts before every place where a word begins a line; all the pieces together are the text.
  fileprivate func components(before word: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(word), !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      }
      piece += line + "\n"
    }
    return pieces + [piece]
  }
}

/// A file that is written once, from its start to its end.
private final class OutputFile {
  private let file: UnsafeMutablePointer<FILE>
  private var count = 0

  init(_ path: String) throws {
    guard let file = fopen(path, "w") else { throw Trouble("cannot write \(path)") }
    self.file = file
  }

  func write(_ bytes: [UInt8]) {
    count += fwrite(bytes, 1, bytes.count, file)
  }

  func write(_ text: String?) {
    if let text { write(Array(text.utf8)) }
  }

  func close() throws -> Int {
    guard fclose(file) == 0 else { throw Trouble("the disk is full") }
    return count
  }
}

/// Why nothing can be measured.
struct Trouble: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
