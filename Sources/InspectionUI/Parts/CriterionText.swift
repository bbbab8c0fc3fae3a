import InspectionModel
import TerminalCore

/// What a criterion says, line by line.
enum CriterionText {
  /// How much of it there is room for.
  enum Detail: CaseIterable {
    /// Definition, what belongs to it, what does not and an example, each on lines of its own.
    case parted
    /// The same, one after another.
    case running
    case definition
    /// As much of the definition as a line holds.
    case line
    case name
  }

  /// The paragraphs it makes.
  private static func paragraphs(_ criterion: Criterion, _ detail: Detail) -> [(String, Role)] {
    let definition = criterion.definition.map { ($0, Role.text) }
    let rest = [
      criterion.include.map { "include: " + $0 }, criterion.exclude.map { "exclude: " + $0 },
      criterion.example.map { "example: " + $0 },
    ].compactMap(\.self)
    switch detail {
    case .parted: return [definition].compactMap(\.self) + rest.map { ($0, .dim) }
    case .running:
      let rest = rest.joined(separator: " ")
      return [definition].compactMap(\.self) + (rest.isEmpty ? [] : [(rest, .dim)])
    case .definition, .line: return criterion.definition.map { [($0, .dim)] } ?? []
    case .name: return []
    }
  }

  private static func lines(
    _ criterion: Criterion, _ detail: Detail, width: Int
  ) -> [(String, Role)] {
    paragraphs(criterion, detail).flatMap { text, role in
      detail == .line
        ? [(Text.fit(text, columns: width), role)]
        : Text.wrap(text, columns: max(1, width)).map { (String($0), role) }
    }
  }

  static func write(
    _ criterion: Criterion, _ detail: Detail = .parted, with writer: inout PaneWriter,
    on canvas: inout Canvas, indent: Int = 0
  ) {
    for line in lines(criterion, detail, width: writer.rect.width - indent) {
      writer.write([line], on: &canvas, indent: indent)
    }
  }

  /// Its digit and its name, and below them all that it says, in the fewest lines where there are
  /// few.
  static func write(
    named criterion: Criterion, with writer: inout PaneWriter, on canvas: inout Canvas
  ) {
    writer.write(
      [(criterion.digit.map(String.init) ?? " ", .match), (" " + criterion.name, .heading)],
      on: &canvas)
    let isTight = height(criterion, width: writer.rect.width) > writer.rect.height - writer.line
    write(criterion, isTight ? .running : .parted, with: &writer, on: &canvas)
  }

  /// The lines it takes at a width.
  static func height(_ criterion: Criterion, _ detail: Detail = .parted, width: Int) -> Int {
    lines(criterion, detail, width: width).count
  }
}
