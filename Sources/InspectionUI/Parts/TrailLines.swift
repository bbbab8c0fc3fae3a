import InspectionModel
import TerminalCore

/// An entry of the trail, line by line: when, who and what; why; then of each record what was there
/// before and what is now.
struct TrailLines {
  typealias Line = [(String, Role)]

  /// The record the trail is about.
  let subject: TrailSubject
  let width: Int
  let today: Day
  /// Whether all records of a change are told of, however many.
  let isFull: Bool
  /// The key that tells of all.
  let key: String

  /// Of so many records of one change all is told; of more, of the subject alone.
  private static let few = 3
  private static let indent = "   "

  /// The first line is the head of the entry, without the mark of the cursor before it.
  func lines(of entry: TrailEntry) -> [Line] {
    head(of: entry) + reasons(of: entry) + records(of: entry) + [[]]
  }

  /// What was done goes below where it is too long to stand beside who did it.
  private func head(of entry: TrailEntry) -> [Line] {
    let time = Self.time(entry.moment, entry.when, today)
    let start: Line = [(time, .dim), ("  ", .text), (entry.who, .match)]
    let room = width - Text.columns(time + entry.who) - 4
    if Text.columns(entry.phrase) <= room {
      return [start + [("  ", .text), (entry.phrase, .heading)]]
    }
    let words = Text.wrap(entry.phrase, columns: max(8, width - Self.indent.count))
    return [start] + words.map { [(Self.indent, .text), (String($0), .heading)] }
  }

  private static func time(_ moment: Moment?, _ when: String, _ today: Day) -> String {
    guard let moment else { return when }
    // As wide as a day, so that names stand below one another.
    return moment.day == today ? "today      \(moment.time)" : moment.description
  }

  // MARK: - Why

  /// The reason that counts, those it took the place of, and what others said.
  private func reasons(of entry: TrailEntry) -> [Line] {
    let reasons = entry.reasons
    var lines: [Line] = []
    if let last = reasons.last { lines += fact("because", [("", last, .text)]) }
    for former in reasons.dropLast().reversed() {
      lines += fact("said before", [("", former, .dim)])
    }
    for remark in entry.remarksOfOthers {
      let time = remark.moment.map(\.description) ?? remark.when
      lines += fact("remark", [("", "\(remark.text) (\(remark.who), \(time))", .text)])
    }
    return lines
  }

  // MARK: - Before and after

  private func records(of entry: TrailEntry) -> [Line] {
    var names: [TrailSubject] = []
    for edit in entry.change.edits where names.last != edit.subject && !names.contains(edit.subject)
    {
      names.append(edit.subject)
    }
    let told = isFull || names.count <= Self.few ? names : names.filter { $0 == subject }
    var lines: [Line] = []
    for name in told.filter({ $0 == subject }) + told.filter({ $0 != subject }) {
      let edits = entry.change.edits.filter { $0.subject == name }
      if name != subject { lines.append([(Self.indent + name.title, .dim)]) }
      for edit in edits { lines += self.lines(of: edit, entry) }
    }
    let rest = names.count - told.count
    if rest > 0 {
      let what = counted(rest, told.isEmpty ? "record" : "other record")
      lines.append([(Self.indent + what + "; ", .dim), (key, .match), (" shows all", .dim)])
    }
    return lines
  }

  private func lines(of edit: Edit, _ entry: TrailEntry) -> [Line] {
    switch edit {
    case .set(_, _, let field, let from, let to): return fact(field.name, from, to)
    case .setUnknown(_, _, let name, let from, let to): return fact(name, from, to)
    case .insert(_, let values):
      return [[(Self.indent + "made", .strength)]] + self.lines(of: values, .strength, entry)
    case .remove(_, let values):
      return [[(Self.indent + "removed", .shortfall)]] + self.lines(of: values, .shortfall, entry)
    }
  }

  /// The fields of a record, but for its key, and for who and when where the head says them.
  private func lines(of values: [FieldValue], _ role: Role, _ entry: TrailEntry) -> [Line] {
    var fields: [(Field, [String])] = []
    for value in values where value.field != .id {
      if value.field == .by, value.value == entry.who { continue }
      if value.field == .on, value.value == entry.moment?.day.description { continue }
      if fields.last?.0 == value.field {
        fields[fields.count - 1].1.append(value.value)
      } else {
        fields.append((value.field, [value.value]))
      }
    }
    return fields.flatMap { fact($0.0.name, [("", Self.said($0.1), role)]) }
  }

  private static func said(_ values: [String]) -> String {
    values.isEmpty ? "nothing" : values.joined(separator: "; ").replacing("\n", with: " ")
  }

  private func fact(_ name: String, _ from: [String], _ to: [String]) -> [Line] {
    fact(name, [("was ", Self.said(from), .shortfall), ("is  ", Self.said(to), .strength)])
  }

  /// A name and what belongs to it: on one line as far as there is room, else below one another.
  private func fact(_ name: String, _ parts: [(name: String, text: String, role: Role)]) -> [Line] {
    let start = Self.indent + name + String(repeating: " ", count: max(1, 13 - Text.columns(name)))
    let room = max(8, width - Text.columns(start))
    let texts = parts.map(\.text)
    if parts.count > 1, texts.map(Text.columns).reduce(3 * (parts.count - 1), +) <= room {
      let pieces = parts.enumerated().flatMap { index, part -> Line in
        (index == 0 ? [] : [(" → ", .dim)]) + [(part.text, part.role)]
      }
      return [[(start, .dim)] + pieces]
    }
    var lines: [Line] = []
    for part in parts {
      for (index, text) in Text.wrap(part.text, columns: max(8, room - part.name.count))
        .enumerated()
      {
        let name = index == 0 ? part.name : String(repeating: " ", count: part.name.count)
        let before = lines.isEmpty ? start : String(repeating: " ", count: Text.columns(start))
        lines.append([(before + name, .dim), (String(text), part.role)])
      }
    }
    return lines
  }
}

extension TrailEntry {
  /// What was done, as one says it.
  var phrase: String { (change.isRestoring ? "undid " : "") + change.summary }
}

extension Edit {
  fileprivate var subject: TrailSubject { TrailSubject(type, key: key) }
}

extension TrailSubject {
  /// `contribution C-7K3QZ9TB`; of everything `the register`.
  var title: String { type.map { "\($0.noun.one) \(key)" } ?? "the register" }
}
