import Glibc
import InspectionModel
import InspectionStore
import InspectionUI
import RecText
import TerminalCore
import Testing

/// A small register of invented areas: three areas, two inspections, three passages, one
/// contribution.
enum Fixture {
  static let text = """
    %rec: Area

    Id: ashby
    Name: Ashby
    Type: county
    Region: East
    GSS: E10000901

    Id: birchwood
    Name: Birchwood
    Type: unitary
    Region: North
    Neighbour: ashby

    Id: corley
    Name: Corley
    Type: city
    Region: East
    To: 2019-03-31
    Successor: ashby

    %rec: Framework

    Id: jtai
    Name: Joint targeted area inspection

    %rec: Theme

    Id: neglect
    Name: Neglect of older children

    Id: abuse
    Name: Abuse within the family

    %rec: Agency

    Id: health
    Name: Health
    Letter: h

    Id: police
    Name: Police
    Letter: p

    Id: social-care
    Name: Social care
    Letter: s

    %rec: Criterion

    Id: I0
    Name: Learning

    Id: I4
    Name: Response to the theme

    %rec: Inspection

    Id: jtai-ashby-2017
    Area: ashby
    Framework: jtai
    Theme: neglect
    From: 2017-05-08
    To: 2017-05-12
    Published: 2017-06-30
    Inspectorate: Ofsted
    Certainty: stated-in-letter
    Source: https://example.org/ashby

    Id: jtai-birchwood-2016
    Area: birchwood
    Framework: jtai
    Theme: abuse
    From: 2016-02-01
    Certainty: partly-inferred
    Source: https://example.org/birchwood

    %rec: Passage

    Id: jtai-ashby-2017/i1
    Inspection: jtai-ashby-2017
    Section: improvement
    Index: 1
    Page: 4
    Text: Health visitors do not share what they know.
    Agency: health

    Id: jtai-ashby-2017/s1
    Inspection: jtai-ashby-2017
    Section: strength
    Index: 1
    Page: 3
    Text: Police and social care meet each morning, and plan for each child together.
    Agency: police
    Agency: social-care

    Id: jtai-ashby-2017/s2
    Inspection: jtai-ashby-2017
    Section: strength
    Index: 2
    Page: 3
    Text: Leaders listen to children.

    %rec: Contribution

    Id: C-00000001
    Passage: jtai-ashby-2017/i1
    Agency: health
    Criterion: I4
    Direction: -
    By: mh
    On: 2026-11-20

    """

  static var register: Register { read(text) }

  static func read(_ text: String) -> Register {
    RegisterReader.read(RecBytes(Array(text.utf8))).register
  }

  /// Sixteen greys; which ones matters to no screen.
  static let scheme = Scheme(
    name: "greys",
    colours: (0..<16).map { RGB(red: UInt8($0 * 16), green: UInt8($0 * 16), blue: UInt8($0 * 16)) })
}

/// The program in memory: keys in, screens out.
struct Stage {
  private var engine: Engine<Backdrop>

  var state: State { engine.state }
  /// What the program asked the world to do, in its order.
  var effects: [Effect] { engine.world.effects }
  var world: Backdrop {
    get { engine.world }
    set { engine.world = newValue }
  }

  /// Git's marks are in the file.
  mutating func mark() {
    var file = state.file
    file.isMarked = true
    send(.ready(state.register, file, []))
  }

  init(_ state: State) { engine = Engine(state, in: Backdrop()) }

  init(
    _ text: String = Fixture.text, size: (Int, Int) = (80, 24), readOnly: String? = nil,
    keymap: Keymap = Keymap(), problems: [Problem] = [], reviewer: String? = "mh"
  ) throws {
    var random = SystemRandomNumberGenerator()
    self.init(
      State(
        register: Fixture.read(text),
        file: FileState(name: "register.rec", readOnly: readOnly), problems: problems,
        scheme: try #require(Fixture.scheme), keymap: keymap, reviewer: reviewer,
        today: try #require(Day(year: 2026, month: 11, day: 23)), seed: random.next(),
        size: Size(columns: size.0, rows: size.1)))
  }

  /// Presses keys in the usual notation: `g i <Enter>`.
  mutating func press(_ keys: String) throws {
    for key in try KeyNotation.parse(keys) { send(.key(key)) }
  }

  /// Types a text, blanks and all.
  mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  mutating func send(_ event: Event) {
    engine.handle(event)
  }

  /// The works on lists that were asked for.
  var works: [ListWork] {
    effects.compactMap { if case .list(let work) = $0 { work } else { nil } }
  }

  /// Works out the account that was asked for last, if the last thing asked for was one.
  mutating func workOut() {
    if case .account(let work) = effects.last { send(.accounted(work.run())) }
  }

  /// Does the work on a list that was asked for last.
  mutating func settle() {
    guard let work = works.last else { return }
    let last = work.run { part in
      send(.listed(part))
      return true
    }
    send(.listed(last))
  }

  /// The whole register as a file holds it, for somebody else to open.
  var printed: String {
    let types = RecordType.allCases
    let records = types.flatMap { type in
      state.whole.rows(type).map { (type: type, values: state.whole[$0].values) }
    }
    guard let bytes = try? RecordsText.print(records) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - What a person sees

  var canvas: Canvas { engine.draw().canvas }
  var screen: String { canvas.text.joined(separator: "\n") }
  var title: String { canvas.text(row: 0) }
  var status: String { canvas.text(row: canvas.size.rows - 1) }

  func shows(_ text: String) -> Bool { screen.has(text) }

  /// What stands in a role, row by row.
  func marked(_ role: Role) -> [String] {
    let canvas = canvas
    return (0..<canvas.size.rows).compactMap { row in
      let cells = canvas.cells(row: row).filter { $0.style.role == role }
      let text = cells.map { canvas.glyph(of: $0)?.text ?? "" }.joined()
      return cells.isEmpty ? nil : String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// What is under the cursor of the list.
  var cursor: [String] { marked(.cursor) }

  /// The contributions in the register as one would type them: `p4- jtai-ashby-2017/s1`.
  var contributions: [String] {
    state.register.all(Contribution.self).map { contribution in
      let with = contribution.with.map(\.key).joined(separator: ",")
      return [
        contribution.agency?.key, contribution.criterion?.key, contribution.direction?.rawValue,
        with.isEmpty ? nil : "with \(with)",
      ].compactMap(\.self).joined(separator: " ")
    }
  }
}

extension Stage: CustomTestStringConvertible {
  var testDescription: String { screen }
}

/// The program after some keys.
func play(
  _ keys: String = "", size: (Int, Int) = (80, 24), readOnly: String? = nil
) throws -> Stage {
  var stage = try Stage(size: size, readOnly: readOnly)
  try stage.press(keys)
  return stage
}

extension String {
  /// Whether a text stands in it, byte by byte: screens are looked through thousands of times, and
  /// `contains` goes by characters.
  func has(_ text: String) -> Bool {
    withCString { own in text.withCString { strstr(own, $0) != nil } }
  }
}
