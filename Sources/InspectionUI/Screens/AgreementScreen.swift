import InspectionAnalysis
import InspectionModel
import TerminalCore

/// How far two passes agree, code by code, each number with what it is made of.
struct AgreementScreen: Screen {
  let hints: [Action] = [.down, .pageDown, .back]
  private let first: Row
  private let second: Row
  private let agreement: PassAgreement?
  private var top = 0
  private var height = 1

  init(_ first: Row, _ second: Row, _ agreement: PassAgreement? = nil) {
    (self.first, self.second, self.agreement) = (first, second, agreement)
  }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var subject: Row? { second }
  var position: String { agreement.map { "\($0.passages) passages" } ?? "measuring" }
  func title(_ register: Register) -> String { "Agreement" }
  func isOf(_ first: Row, _ second: Row) -> Bool { (self.first, self.second) == (first, second) }

  mutating func arrange(_ context: Context) {
    height = max(1, context.body.height)
    top = max(0, min(top, lines(context).count - height))
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    let times = count ?? 1
    switch action {
    case .down: top += times
    case .up: top -= times
    case .pageDown, .halfPageDown: top += height - 1
    case .pageUp, .halfPageUp: top -= height - 1
    case .first: top = 0
    case .last: top = lines(context).count
    case .agreement: return [.back]
    default: return nil
    }
    top = max(0, min(top, lines(context).count - height))
    return []
  }

  mutating func note(_ change: Change, _ context: Context) {}

  // MARK: - How it looks

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var pen = Pen(rect.inset(left: 1), skip: top)
    for line in lines(context) { pen.write(line, on: &canvas) }
  }

  private func lines(_ context: Context) -> [[(String, Role)]] {
    let register = context.register
    let (one, other): (Review, Review) = (register.view(first), register.view(second))
    let head = [
      [("“\(one.name)” by \(one.reviewer) and “\(other.name)” by \(other.reviewer)", Role.heading)]
    ]
    guard let agreement else { return head + [[("measuring …", .dim)]] }
    guard agreement.passages > 0 else {
      return head + [[("no overlap: no passage was read in both passes", .warning)]]
    }
    let groups = [
      ("Agencies: named in a passage or not", agreement.agencies),
      ("Criteria: used in a passage or not", agreement.criteria),
      ("Direction of what both coded of one agency", agreement.direction),
    ]
    return head + [[(AgreementText.note, .dim)], [(AgreementText.header, .dim)]]
      + groups.flatMap { title, lines in
        [[], [(title, Role.heading)]] + lines.flatMap { Self.lines($0) }
      }
  }

  private static func lines(_ line: PassAgreement.Line) -> [[(String, Role)]] {
    [[("  " + line.name, .text)]]
      + line.coefficients.map { coefficient in
        let role: Role = coefficient.number == nil ? .dim : .text
        return [("    " + AgreementText.row(coefficient), role)]
      }
  }

  func saved(_ register: Register) -> SavedScreen { SavedScreen(kind: "agreement") }
}
