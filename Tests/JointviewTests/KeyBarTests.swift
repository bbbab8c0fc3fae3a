import Glibc
import TerminalCore
import Testing

/// How many keys a day's coding takes, counted by playing them on the published letters of the
/// first six inspections.
///
/// They are read from the folder in `JOINTVIEW_LETTERS`; without it these tests are skipped.
@Suite(
  .enabled(
    if: FirstSix.folder != nil, "set JOINTVIEW_LETTERS to the folder of the published letters"))
struct KeyBarTests {
  private let home = Home()
  private let path: String

  init() throws {
    path = home.write(try #require(FirstSix.register), to: "six.rec")
  }

  @Test func `a new review on the first six has its first contribution after 12 keys`() throws {
    let keys = "g r + <Enter> 6 <Enter> <Enter> c p 1 + <Enter>"
    #expect(try count(keys) == 12)
    let before = contributions
    #expect(play(keys).contains("1 of 203 · South Tyneside"))
    #expect(contributions == before + 1)
  }

  @Test func `a review gone on with has its first contribution 8 keys after the shell`() throws {
    _ = play("g r + <Enter> 6 <Enter> <Enter> c 4 <Enter> c 4 <Enter>")
    let keys = "g r <Enter> c p 1 + <Enter>"
    #expect(try count(keys) == 8)
    let before = contributions
    #expect(play(keys).contains("3 of 203 · South Tyneside"))
    #expect(contributions == before + 1)
  }

  @Test func `three agencies and two links take 14 keys at most`() throws {
    _ = play("g r + <Enter> 6 <Enter> <Enter>")
    let keys = "c p 2 - w h s d , h , s <Enter>"
    #expect(try count(keys) <= 14)
    let before = contributions
    _ = play("g r <Enter> " + keys)
    #expect(contributions == before + 3)
    let text = try #require(home.read("six.rec"))
    #expect(text.contains("With: health\nWith: social-care\nHow: decides-jointly\n"))
  }

  /// Every bullet is coded with the agencies that the starter's coder named in it: by the
  /// suggestion where that is right, else by mending or typing.
  @Test func `the 203 bullets of the first six take 1,100 keys at most`() throws {
    let bullets = FirstSix.bullets(try #require(home.read("six.rec")))
    #expect(bullets.count == 203)
    let begin = "g r + <Enter> 6 <Enter> <Enter>"
    let lines = bullets.map(\.keys)
    let counts = try lines.map(count)
    let right = zip(bullets, counts).filter { $0.0.isSuggestionRight }.map(\.1).sorted()
    print("suggestion right in \(right.count) of 203 bullets; \(counts.reduce(0, +)) keys in all")
    #expect(right[right.count / 2] <= 5)
    let all = ([begin] + lines).joined(separator: " ")
    #expect(try count(all) <= 1100)
    let before = contributions
    let screen = play(all)
    #expect(screen.contains("203 of 203"))
    #expect(screen.contains("every passage is done"))
    #expect(contributions == before + bullets.reduce(0) { $0 + $1.agencies.count })
  }

  private func count(_ keys: String) throws -> Int { try KeyNotation.parse(keys).count }

  private func play(_ keys: String) -> String {
    home.run("play", keys, "--save", "-r", path, "--size", "120x36").output
  }

  private var contributions: Int {
    let csv = home.run("list", "contributions", "--format", "csv", "-r", path).output
    return csv.split(whereSeparator: \.isNewline).count { $0.hasPrefix("C-") }
  }
}

/// The letters of the first six inspections, and what is in the register after they are read.
enum FirstSix {
  static let folder: String? = getenv("JOINTVIEW_LETTERS").map { String(cString: $0) }
  /// The starter register with the six letters read into it, once for all tests.
  static let register: String? = folder.flatMap { folder in
    let home = Home()
    let path = home.path + "/six.rec"
    let letters = files.map { "\(folder)/\($0)" }
    guard home.run("init", path).status == 0,
      home.run(["read"] + letters + ["--into", path]).status == 0
    else { return nil }
    return home.read("six.rec")
  }

  /// In the order of their fieldwork.
  private static let inspections = [
    "jtai-south-tyneside-2016", "jtai-oxfordshire-2016", "jtai-central-bedfordshire-2016",
    "jtai-croydon-2016", "jtai-liverpool-2016", "jtai-salford-2016",
  ]
  private static let files = [
    "80557_south_tyneside.pdf", "80536_oxfordshire.pdf", "80446_central_bedfordshire.pdf",
    "80492_croydon.pdf", "80485_liverpool.pdf", "80548_salford.pdf",
  ]
  private static let letters = [
    "all-partners": "a", "council": "c", "courts": "t", "education": "e", "health": "h",
    "housing": "u", "partnership": "l", "police": "p", "probation": "o", "social-care": "s",
    "voluntary": "v", "youth-justice": "y",
  ]
  private static let sections = ["strength", "improvement", "priority-action"]

  /// One bullet: the agencies it is to be coded with, and those that the reader suggests.
  struct Bullet {
    let section: String
    let agencies: [String]
    let suggested: [String]

    var isSuggestionRight: Bool { !agencies.isEmpty && Set(agencies) == Set(suggested) }

    /// The keys that code it on one criterion, in the fewest ways that a person would see.
    var keys: String {
      if agencies.isEmpty { return "z" }
      let kept = suggested.prefix { agencies.contains($0) }
      if kept.isEmpty { return typed }
      let removed = Array(repeating: "<BS> <BS>", count: suggested.count - kept.count)
      let added = agencies.filter { !kept.contains($0) }.map { ", \(letter($0))" }
      let mended = (["c 4"] + removed + added + ["<Enter>"]).joined(separator: " ")
      return mended.split(separator: " ").count <= typed.split(separator: " ").count
        ? mended : typed
    }

    private var typed: String {
      let sign = section == "strength" ? "+" : "-"
      let others = agencies.dropFirst().map { ", \(letter($0))" }
      return (["c", letter(agencies[0]), "4", sign] + others + ["<Enter>"]).joined(separator: " ")
    }

    private func letter(_ agency: String) -> String { FirstSix.letters[agency] ?? "?" }
  }

  /// The bullets in the order of a review by date.
  static func bullets(_ register: String) -> [Bullet] {
    let records = register.split(separator: "\n\n").map { record in
      record.split(separator: "\n").map(String.init)
    }
    func values(_ field: String, _ record: [String]) -> [String] {
      record.filter { $0.hasPrefix(field + ": ") }.map { String($0.dropFirst(field.count + 2)) }
    }
    var coded: [String: [String]] = [:]
    for record in records where values("Review", record) == ["first-six-by-starter"] {
      guard let passage = values("Passage", record).first else { continue }
      let new = values("Agency", record).filter { !(coded[passage] ?? []).contains($0) }
      coded[passage, default: []] += new
    }
    let passages = records.compactMap { record -> (place: (Int, Int, Int), bullet: Bullet)? in
      guard let key = values("Id", record).first, let section = values("Section", record).first,
        let kind = sections.firstIndex(of: section),
        let letter = inspections.firstIndex(where: { key.hasPrefix($0 + "/") }),
        let index = values("Index", record).first.flatMap({ Int($0) })
      else { return nil }
      let bullet = Bullet(
        section: section, agencies: coded[key] ?? [], suggested: values("Agency", record))
      return ((letter, kind, index), bullet)
    }
    return passages.sorted { $0.place < $1.place }.map(\.bullet)
  }
}
