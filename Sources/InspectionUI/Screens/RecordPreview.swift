import InspectionModel
import TerminalCore

/// What a record says, beside the list it stands in.
struct RecordPreview {
  private let row: Row
  private let context: Context

  init(_ row: Row, _ context: Context) { (self.row, self.context) = (row, context) }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var pen = Pen(rect)
    if row.type == .inspection {
      InspectionFacts(
        inspection: context.register.view(row), blinding: context.blinding, keymap: context.keymap
      ).draw(on: &canvas, in: rect)
    } else if row.type == .passage {
      write(context.register.view(row, as: Passage.self), with: &pen, on: &canvas)
    } else if row.type == .contribution {
      write(context.register.view(row, as: Contribution.self), with: &pen, on: &canvas)
    } else {
      writeFields(with: &pen, on: &canvas)
    }
  }

  /// The words, then what is coded in them.
  private func write(_ passage: Passage, with pen: inout Pen, on canvas: inout Canvas) {
    pen.write(passage.title, .heading, on: &canvas)
    pen.paragraph(passage.place, .dim, on: &canvas)
    pen.blank()
    pen.paragraph(passage.listed, on: &canvas)
    pen.blank()
    for contribution in passage.standing { pen.write(contribution.line, on: &canvas) }
  }

  private func write(
    _ contribution: Contribution, with pen: inout Pen, on canvas: inout Canvas
  ) {
    if let passage = contribution.passage {
      pen.write(passage.title, .heading, on: &canvas)
      pen.paragraph(passage.place, .dim, on: &canvas)
      pen.blank()
      pen.paragraph(passage.listed, on: &canvas)
      pen.blank()
    }
    pen.write(contribution.line, on: &canvas)
    pen.fact("Suspect", contribution.suspect, .shortfall, on: &canvas)
    pen.fact("Note", contribution.note, on: &canvas)
    pen.fact("Key", contribution.key, .dim, on: &canvas)
  }

  private func writeFields(with pen: inout Pen, on canvas: inout Canvas) {
    let record = context.register[row]
    pen.write(record.key, .heading, on: &canvas)
    for value in record.values where value.field != .id {
      pen.fact(value.field.name, value.value, on: &canvas)
    }
  }
}
