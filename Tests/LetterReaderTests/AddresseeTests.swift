import LetterReader
import Testing

/// Whom a letter is addressed to: post and body, however they are strung together. All names are
/// invented.
struct AddresseeTests {
  @Test(arguments: [
    (
      "Director of Children\u{2019}s Services, Wexmoor Council",
      "Director of Children\u{2019}s Services", "Wexmoor Council"
    ),
    (
      "Director of Nursing & Quality for NHS Wexmoor CCG", "Director of Nursing & Quality",
      "NHS Wexmoor CCG"
    ),
    (
      "Designated Nurse, Looked After Children for NHS Wexmoor",
      "Designated Nurse, Looked After Children", "NHS Wexmoor"
    ),
    ("Police and Crime Commissioner for Wexmoor", "Police and Crime Commissioner for Wexmoor", ""),
    ("Deputy Mayor for Police and Crime", "Deputy Mayor for Police and Crime", ""),
    ("Commissioner of the Moorland Police Service", "Commissioner", "Moorland Police Service"),
    (
      "Director of Place (Wexmoor), NHS Tarn and Moor Integrated Care Board",
      "Director of Place (Wexmoor)", "NHS Tarn and Moor Integrated Care Board"
    ),
    (
      "Director of Place, (Wexmoor), NHS Tarn Integrated Care Board", "Director of Place (Wexmoor)",
      "NHS Tarn Integrated Care Board"
    ),
    ("Deputy Director NPS, South Moor", "Deputy Director", "NPS, South Moor"),
    ("Chief Officer CCG", "Chief Officer", "CCG"),
    (
      "Executive lead of the CCG with responsibility for neglect",
      "Executive lead, with responsibility for neglect", "CCG"
    ),
    (
      "Head of Wexmoor local delivery unit (Moor & Fell Division, National Probation Service)",
      "Head of Wexmoor local delivery unit", "Moor & Fell Division, National Probation Service"
    ),
    (
      "Assistant Chief Officer, Wexmoor and Tarn (The Fell, Tarn and Wexmoor Rehabilitation "
        + "Company)",
      "Assistant Chief Officer, Wexmoor and Tarn",
      "The Fell, Tarn and Wexmoor Rehabilitation Company"
    ),
    (
      "National Probation Service, Divisional Director", "Divisional Director",
      "National Probation Service"
    ),
    (
      "Chair of Local Safeguarding Children Board, Borough of Wexmoor", "Chair",
      "Local Safeguarding Children Board, Borough of Wexmoor"
    ),
    (
      "Independent Chair, Our Safeguarding Partnership for Wexmoor and Tarn", "Independent Chair",
      "Our Safeguarding Partnership for Wexmoor and Tarn"
    ),
    (
      "Head of Moor, Tarn and Fells Delivery Unit, National Probation Service, North",
      "Head of Moor, Tarn and Fells Delivery Unit", "National Probation Service, North"
    ),
    ("Youth Offending Service Manager", "Youth Offending Service Manager", ""),
    ("Youth Justice Service", "", "Youth Justice Service"),
    ("Independent Scrutineer", "Independent Scrutineer", ""),
    (
      "Executive Director \u{2013} Children, Families and Education, Wexmoor Council",
      "Executive Director \u{2013} Children, Families and Education", "Wexmoor Council"
    ),
  ])
  func `post and body are told apart`(words: String, post: String, body: String) throws {
    var draft = Draft(strengths: ["Leaders listen."])
    draft.address = ["Ada Arbour MBE, \(words)"]
    let addressees = try read(draft).addressees.map(\.value)
    #expect(addressees.map(\.post) == [post])
    #expect(addressees.map(\.body) == [body])
  }

  @Test func `the offices of an inspectorate above the date are nobody`() throws {
    let text = Typesetter(Style()).text(of: Draft(strengths: ["Leaders listen."]))
    let offices =
      "Ofsted House, 6 Lake Street, Wexmoor WX1 2YZ\nTelephone Exchange, 0300 123 1231\n\n"
    #expect(try read(offices + text).addressees == read(text).addressees.map(moved(by: 3)))
  }

  private func moved(
    by lines: Int
  ) -> (Letter.Found<Letter.Addressee>) -> Letter.Found<Letter.Addressee> {
    { found in
      var found = found
      found.place.line += lines
      return found
    }
  }

  @Test func `a dash after a name does as well as a comma`() throws {
    var draft = Draft(strengths: ["Leaders listen."])
    draft.address = ["Ada Arbour \u{2013} Chief Nurse, NHS Wexmoor ICB"]
    let addressee = try #require(try read(draft).addressees.first?.value)
    #expect((addressee.post, addressee.body) == ("Chief Nurse", "NHS Wexmoor ICB"))
  }
}
