import InspectionAnalysis
import InspectionModel
import InspectionStore
import RecText
import Testing

/// Registers of made-up letters, written as short as can be.
struct Letters {
  private static let names = """
    %rec: Area

    Id: ashby
    Name: Ashby

    %rec: Framework

    Id: jtai
    Name: Joint

    %rec: Agency

    Id: all-partners
    Name: All partners
    Letter: a

    Id: education
    Name: Education
    Letter: e
    Inspectorate: Ofsted

    Id: health
    Name: Health
    Letter: h
    Inspectorate: CQC

    Id: partnership
    Name: Partnership
    Letter: l

    Id: police
    Name: Police
    Letter: p
    Inspectorate: HMICFRS

    Id: probation
    Name: Probation
    Letter: o
    Inspectorate: HMI Probation

    Id: social-care
    Name: Social care
    Letter: s
    Inspectorate: Ofsted

    %rec: Criterion

    Id: I1
    Name: One

    Id: I2
    Name: Two

    Id: I3
    Name: Three
    Status: retired

    """
  private var inspections = ""
  private var passages = ""
  private var contributions = ""
  private var memos = ""
  private var count = 0

  /// An inspection by Ofsted, CQC, HMIC and whoever else.
  mutating func add(
    _ key: String, from: String = "2016-03-01", also inspectorate: String? = nil,
    words: Int? = nil, fields: String = ""
  ) {
    inspections += """
      Id: \(key)
      Area: ashby
      Framework: jtai
      From: \(from)
      Inspectorate: Ofsted
      Inspectorate: CQC
      Inspectorate: HMIC
      \(words.map { "WordCount: \($0)\n" } ?? "")\(fields)\
      \(inspectorate.map { "Inspectorate: \($0)\n" } ?? "")Certainty: stated-in-letter
      Source: https://example.org

      """ + "\n"
  }

  /// A passage as it was read: the agencies found in it, in a section, with so many words.
  mutating func read(
    _ inspection: String, _ index: Int, _ agencies: String..., in section: String = "strength",
    words: Int = 10
  ) {
    passages += """
      Id: \(inspection)/\(section.prefix(1))\(index)
      Inspection: \(inspection)
      Section: \(section)
      Index: \(index)
      Position: \(index)
      Text: \(Array(repeating: "word", count: words).joined(separator: " "))
      \(agencies.map { "Agency: \($0)\n" }.joined())

      """
  }

  /// A passage of an inspection with what is coded in it: `police + I1`, `health - I2 > police
  /// education`.
  mutating func add(
    _ inspection: String, _ index: Int, _ codings: String..., in section: String = "strength",
    under heading: String? = nil, pass: String? = nil, isNothing: Bool = false
  ) {
    let code = section.prefix(1)
    let key = "\(inspection)/\(code)\(index)"
    if !passages.contains("Id: \(key)\n") {
      passages += """
        Id: \(key)
        Inspection: \(inspection)
        Section: \(section)
        Index: \(index)
        \(heading.map { "Heading: \($0)\n" } ?? "")
        """ + "\n"
    }
    for coding in codings {
      count += 1
      let halves = coding.split(separator: ">")
      let words = halves[0].split(separator: " ")
      let with = halves.count > 1 ? halves[1].split(separator: " ") : []
      contributions += "Id: C-\(count)\nPassage: \(key)\nAgency: \(words[0])\n"
      if words.count > 2 { contributions += "Criterion: \(words[2])\n" }
      contributions += "Direction: \(words[1])\n"
      contributions += with.map { "With: \($0)\n" }.joined()
      contributions += pass.map { "Pass: \($0)\n" } ?? ""
      contributions += "\n"
    }
    if isNothing {
      count += 1
      memos += "Id: M-\(count)\nKind: nothing\nPassage: \(key)\n\n"
    }
  }

  var register: Register {
    let whole =
      Self.names + "\n%rec: Inspection\n\n" + inspections + "%rec: Passage\n\n" + passages
      + "%rec: Contribution\n\n" + contributions + "%rec: Memo\n\n" + memos
    return RegisterReader.read(RecBytes(Array(whole.utf8))).register
  }

  var picture: Picture {
    let register = register
    return Picture(of: register.all(Inspection.self), in: register)
  }
}

extension AccountRequest {
  /// The account on a day on which nothing depends.
  func account(in register: Register) throws -> Account {
    try account(in: register, on: try #require(Day(iso: "2026-11-25")))
  }
}
