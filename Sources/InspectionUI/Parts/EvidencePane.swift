import InspectionModel
import TerminalCore

/// The first records behind a figure, with what they say.
struct EvidencePane {
  private let rows: [Row]
  private let count: Int
  private let register: Register

  /// No window shows more.
  private static let most = 100

  init(_ basis: some Collection<Row>, _ register: Register) {
    rows = basis.prefix(Self.most).filter(register.contains)
    count = basis.count
    self.register = register
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var writer = PaneWriter(rect)
    guard let first = rows.first else {
      writer.write("no records behind this figure", .dim, on: &canvas)
      return
    }
    let noun = first.type.noun
    writer.write(counted(count, noun.one, noun.many), .heading, on: &canvas)
    for row in rows where !writer.isFull {
      writer.blank()
      draw(row, with: &writer, on: &canvas)
    }
  }

  private func draw(_ row: Row, with writer: inout PaneWriter, on canvas: inout Canvas) {
    let passage: Passage?
    if row.type == .contribution {
      let contribution: Contribution = register.view(row)
      passage = contribution.passage
      writer.write(contribution.line, on: &canvas)
    } else {
      passage = row.type == .passage ? register.view(row) : nil
    }
    writer.write(passage?.title ?? register.title(of: row), .match, on: &canvas)
    if let passage {
      writer.paragraph(passage.listed, on: &canvas)
    } else if row.type == .inspection {
      let inspection: Inspection = register.view(row)
      let day = inspection.date?.description ?? "date unknown"
      writer.write("\(day)  \(inspection.about)", .dim, on: &canvas)
    }
  }
}

extension Contribution {
  /// It on a line: direction, agency, criterion.
  var line: [(String, Role)] {
    let criterion = criterion.map { "  \($0.key) \($0.name)" } ?? ""
    return [
      ((direction?.rawValue ?? " ") + " ", direction?.role ?? .text), (agency?.name ?? "", .text),
      (criterion, .dim),
    ]
  }
}
