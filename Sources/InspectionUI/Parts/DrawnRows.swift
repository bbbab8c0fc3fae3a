import InspectionModel
import Synchronization
import TerminalCore

/// The rows of the list that was drawn last, for the next frame: most keys change one of them or
/// two.
///
/// What a row shows follows from the register, its record and the columns alone. So all are drawn
/// anew for another register or other columns, but for a change that leaves most as they are (see
/// ``follow(_:from:to:)``).
final class DrawnRows: Sendable {
  /// What the rows follow from, beside their records.
  private struct Source {
    var register: Register
    let spans: [ListSpans.Span]
    let width: Int

    func isSame(as other: Source) -> Bool {
      width == other.width && register.isCopy(of: other.register)
        && spans.elementsEqual(other.spans) { $0.shows(as: $1) }
    }
  }

  private struct Kept {
    var source: Source
    var rows: [Row: Canvas]
    /// Whether the frame that is being drawn shows them.
    var isShown = true
  }

  private let kept = Mutex<Kept?>(nil)

  /// Takes out the rows that a list would draw as they are.
  func take(_ register: Register, _ spans: [ListSpans.Span], width: Int) -> [Row: Canvas] {
    let source = Source(register: register, spans: spans, width: width)
    let former = kept.withLock { $0.take() }
    return former.flatMap { $0.source.isSame(as: source) ? $0.rows : nil } ?? [:]
  }

  /// Keeps the rows of a list that was drawn.
  func keep(
    _ rows: [Row: Canvas], of register: Register, _ spans: [ListSpans.Span], width: Int
  ) {
    let source = Source(register: register, spans: spans, width: width)
    kept.withLock { $0 = Kept(source: source, rows: rows) }
  }

  /// Ends a frame: where it showed no list, the last one is not kept, nor the register it is of.
  func endFrame() {
    kept.withLock { kept in
      if kept?.isShown == true { kept?.isShown = false } else { kept = nil }
    }
  }

  /// Goes on with the register after a change.
  ///
  /// A row may show what stands in the records above its own, in those it names and in how many
  /// belong to it, but nothing of others of its type. So a change of fields in records of that type
  /// alone leaves all other rows as they are.
  func follow(_ change: Change, from former: Register, to register: Register) {
    kept.withLock { kept in
      guard let type = kept?.rows.keys.first?.type, !type.namesItsLike,
        kept?.source.register.isCopy(of: former) == true
      else { return }
      for edit in change.edits {
        guard case .set(type, let key, _, _, _) = edit,
          let row = register.row(type, key: key)
        else { return }
        kept?.rows[row] = nil
      }
      kept?.source.register = register
    }
  }
}

extension RecordType {
  /// Whether its records may name others of their type.
  var namesItsLike: Bool {
    fields.contains { if case .reference(self) = $0.kind { true } else { false } }
  }
}

extension ListSpans.Span {
  /// Whether a row shows the same under both, but for the cursor.
  fileprivate func shows(as other: ListSpans.Span) -> Bool {
    column.column === other.column.column && (x, width) == (other.x, other.width)
      && room == other.room
  }
}
