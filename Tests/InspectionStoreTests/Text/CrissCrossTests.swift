import InspectionModel
import RecText
import Testing

@testable import InspectionStore

/// What two branches have in common may be two versions, of which git makes one first: what that
/// holds in conflict is nobody's.
struct CrissCrossTests {
  private static let common = Sample.text.replacing("Note: first reading\n", with: "Note: base\n")

  private static func note(_ text: String) -> String {
    common.replacing("Note: base\n", with: "Note: \(text)\n")
  }

  private let ann = Self.note("read by Ann")
  private let bo = Self.note("read by Bo")

  private func merge(_ base: String, _ ours: String, _ theirs: String) -> RegisterMerge {
    let bytes = [base, ours, theirs].map { Array($0.utf8) }
    return RegisterMerge(base: bytes[0], ours: bytes[1], theirs: bytes[2])
  }

  private func merged(_ base: String, _ ours: String, _ theirs: String) throws -> String {
    guard case .byRecords(let text, _) = merge(base, ours, theirs) else {
      throw EditProblem.noKey(.conflict)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func conflicts(_ text: String) -> [String] {
    read(text).register.all(Conflict.self).map(\.sentence)
  }

  /// The common version as the driver makes it, either way round, and as git does in its two
  /// styles.
  private func bases() throws -> [String] {
    func marked(_ base: String) -> String {
      Self.common.replacing(
        "Note: base\n",
        with: """
          <<<<<<<<< Temporary merge branch 1
          Note: read by Ann
          \(base)=========
          Note: read by Bo
          >>>>>>>>> Temporary merge branch 2

          """)
    }
    return [
      try merged(Self.common, ann, bo), try merged(Self.common, bo, ann), marked(""),
      marked("||||||||| 5f3ab21\nNote: base\n"),
    ]
  }

  @Test func `where each keeps one of two values, both are kept`() throws {
    for base in try bases() {
      #expect(
        conflicts(try merged(base, bo, ann)) == [
          "Note of contribution C-3: “read by Bo” here, “read by Ann” in the other version"
            + " (git merge)"
        ])
      guard case .byRecords(_, let open) = merge(base, ann, bo) else {
        Issue.record("not merged by records")
        continue
      }
      #expect(open.count == 1)
    }
  }

  @Test func `what one has settled and the other left open is settled`() throws {
    let open = try merged(Self.common, ann, bo)
    for (ours, theirs) in [(open, bo), (bo, open)] {
      let merged = try merged(open, ours, theirs)
      #expect(conflicts(merged).isEmpty)
      #expect(merged.contains("Note: read by Bo\n"))
    }
  }

  @Test func `what both have settled alike is settled`() throws {
    for base in try bases() {
      let merged = try merged(base, bo, bo)
      #expect(conflicts(merged).isEmpty)
      #expect(merged.contains("Note: read by Bo\n"))
    }
  }

  @Test func `a record that one keeps and the other removes stays, to be chosen`() throws {
    var read = read(Self.common)
    let row = try #require(read.register.row(.contribution, key: "C-3"))
    try read.make(.remove(.contribution, read.register[row].values))
    let gone = read.printed
    let base = try merged(Self.common, ann, gone)
    for (ours, theirs) in [(ann, gone), (gone, ann)] {
      let merged = try merged(base, ours, theirs)
      #expect(
        conflicts(merged) == [
          "contribution C-3 is here; the other version has removed it (git merge)"
        ])
      #expect(merged.contains("Note: read by Ann\nMood: cheerful\n"))
    }
  }

  @Test(arguments: ["", "||||||||| 5f3ab21\n"])
  func `records that each keeps of two are both kept`(common: String) throws {
    func coded(_ key: String) -> String {
      "Id: C-\(key)\nPassage: jtai-ashby-2016/s1\nAgency: health\nDirection: -\n\n"
    }
    func with(_ text: String) -> String {
      Self.common.replacing("%rec: Visit", with: text + "%rec: Visit")
    }
    let base = "<<<<<<<<< one\n\(coded("8"))\(common)=========\n\(coded("9"))>>>>>>>>> two\n"
    let (ours, theirs) = (with(coded("8")), with(coded("9")))
    for merged in [
      try merged(with(base), ours, theirs), try merged(with(base), theirs, ours),
      // The same as git shows it with its style diff3.
      read(with("<<<<<<< a\n\(coded("8"))||||||| b\n\(base)=======\n\(coded("9"))>>>>>>> c\n"))
        .printed,
    ] {
      #expect(merged.contains("Id: C-8\n") && merged.contains("Id: C-9\n"))
    }
  }

  @Test func `where lines are merged, they meet where each keeps one of two values`() throws {
    let base = try merged(Self.common, ann, bo)
    guard case .byLines(let lines) = merge(base, "# Bo's.\n" + bo, ann + "# Ann's.\n") else {
      Issue.record("merged by records")
      return
    }
    let text = String(decoding: lines, as: UTF8.self)
    let note = try #require(text.split(separator: "\n").first { $0.hasPrefix("Note: ") })
    #expect(note != "Note: read by Ann" && note != "Note: read by Bo")
  }

  @Test func `what names something that the other has removed brings that back, to be chosen`()
    throws
  {
    let theme = "%rec: Theme\n%key: Id\n\nId: neglect\nName: Children living with neglect\n\n"
    let without = Self.common.replacing(theme, with: "").replacing("Theme: neglect\n", with: "")
    let more = Self.common.replacing(
      "%rec: Passage\n",
      with: """
        Id: jtai-ashby-2018
        Area: ashby
        Framework: jtai
        Theme: neglect
        From: 2018-02-22

        %rec: Passage

        """)
    let (one, other) = (
      try merged(Self.common, without, more), try merged(Self.common, more, without)
    )
    #expect(one == other)
    #expect(one.contains("Name: Children living with neglect\n"))
    #expect(
      conflicts(one) == ["theme neglect is here; the other version has removed it (git merge)"])
  }
}
