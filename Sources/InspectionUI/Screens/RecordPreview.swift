import InspectionModel
import TerminalCore

/// What a record says, beside the list it stands in.
struct RecordPreview {
  private let row: Row
  private let context: Context

  init(_ row: Row, _ context: Context) { (self.row, self.context) = (row, context) }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var writer = PaneWriter(rect)
    if row.type == .inspection {
      InspectionFacts(
        inspection: context.register.view(row), blinding: context.blinding, keymap: context.keymap
      ).draw(on: &canvas, in: rect)
    } else if row.type == .passage {
      write(context.register.view(row, as: Passage.self), with: &writer, on: &canvas)
    } else if row.type == .contribution {
      write(context.register.view(row, as: Contribution.self), with: &writer, on: &canvas)
    } else {
      writeFields(with: &writer, on: &canvas)
    }
  }

  /// The words, then what is coded in them.
  private func write(_ passage: Passage, with writer: inout PaneWriter, on canvas: inout Canvas) {
    writer.write(passage.title, .heading, on: &canvas)
    writer.paragraph(passage.place, .dim, on: &canvas)
    writer.blank()
    writer.paragraph(passage.listed, on: &canvas)
    writer.blank()
    for contribution in passage.countedContributions {
      writer.write(contribution.line, on: &canvas)
    }
  }

  private func write(
    _ contribution: Contribution, with writer: inout PaneWriter, on canvas: inout Canvas
  ) {
    if let passage = contribution.passage {
      writer.write(passage.title, .heading, on: &canvas)
      writer.paragraph(passage.place, .dim, on: &canvas)
      writer.blank()
      writer.paragraph(passage.listed, on: &canvas)
      writer.blank()
    }
    writer.write(contribution.line, on: &canvas)
    writer.fact("Suspect", contribution.suspect, .shortfall, on: &canvas)
    writer.fact("Note", contribution.note, on: &canvas)
    writer.fact("Key", contribution.key, .dim, on: &canvas)
  }

  private func writeFields(with writer: inout PaneWriter, on canvas: inout Canvas) {
    let record = context.register[row]
    writer.write(record.key, .heading, on: &canvas)
    for value in record.values where value.field != .id {
      writer.fact(value.field.name, value.value, on: &canvas)
    }
  }
}
