import InspectionModel
import TerminalCore

/// The letters, digits and signs that may come next in the code line, to be read and to be chosen
/// from.
struct CodeLegend {
  struct Entry {
    let key: String
    let name: String
    /// The identifier of the criterion it stands for, if it stands for one.
    var criterion: String?

    /// The character that it types; nil where it is a key of another kind.
    var character: Character? { key.count == 1 ? key.first : nil }
  }

  /// Each begins on a line of its own.
  let groups: [[Entry]]

  var entries: [Entry] { groups.joined().filter { $0.character != nil } }

  static func agencies(_ book: CodeAlphabet) -> CodeLegend {
    CodeLegend(groups: [book.agencies.map { Entry(key: String($0.letter), name: $0.name) }])
  }

  static func criteria(_ book: CodeAlphabet) -> CodeLegend {
    let criteria = book.criteria.map {
      Entry(key: String($0.digit), name: $0.name, criterion: $0.id)
    }
    return CodeLegend(groups: [criteria] + directions.groups)
  }

  static let directions = CodeLegend(
    groups: [Direction.allCases.map { Entry(key: $0.rawValue, name: $0.name) }])

  static let ways = CodeLegend(
    groups: [JointWorking.allCases.map { Entry(key: String($0.letter), name: $0.name) }])

  /// While a suggestion is taken: which agencies are coded, each to be taken out or in.
  static func taken(_ letters: [Character], _ book: CodeAlphabet) -> CodeLegend {
    let agencies = book.agencies.map {
      Entry(key: String($0.letter), name: (letters.contains($0.letter) ? "● " : "○ ") + $0.name)
    }
    return CodeLegend(groups: [agencies] + end(canSayWhy: false).groups)
  }

  /// After a direction.
  static func end(canSayWhy: Bool) -> CodeLegend {
    let why = canSayWhy ? [Entry(key: "#", name: "and why, for the trail")] : []
    let next = [Entry(key: "w", name: "with"), Entry(key: ",", name: "next agency")]
    return CodeLegend(groups: [next + [Entry(key: "<Enter>", name: "done")] + why])
  }

  // MARK: - How it looks

  /// The narrowest a column may be before there are fewer of them.
  private static let narrowest = 30

  /// The lines it takes, in columns as wide as the window lets them be.
  ///
  /// - Parameter choice: the entry under the cursor, counted over `entries`.
  func rows(width: Int, choice: Int? = nil) -> [[(String, Role)]] {
    var number = 0
    return groups.flatMap { group in
      let widest = group.map { Text.columns($0.key + $0.name) + 3 }.max() ?? 0
      let perRow = max(1, width / max(1, min(widest, Self.narrowest)))
      let column = min(widest, width / perRow)
      return stride(from: 0, to: group.count, by: perRow).map { start in
        group[start..<min(start + perRow, group.count)].flatMap { entry -> [(String, Role)] in
          defer { number += entry.character == nil ? 0 : 1 }
          let isChosen = entry.character != nil && number == choice
          let name = Text.fit(entry.name, columns: max(1, column - Text.columns(entry.key) - 2))
          let used = Text.columns(entry.key + name) + 1
          let padding = String(repeating: " ", count: max(0, column - used))
          return [
            (entry.key, .match), (" ", .text), (name, isChosen ? .cursor : .text), (padding, .text),
          ]
        }
      }
    }
  }
}
