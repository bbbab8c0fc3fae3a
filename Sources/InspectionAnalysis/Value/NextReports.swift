import InspectionModel

/// What the next full inspections' reports say of the agencies that the joint letters faulted or
/// praised, as read: a comparison of where they are named, not of how they did.
struct NextReports {
  private let joint: AsRead
  private let next: AsRead
  private let pairs: Int

  /// - Parameter pairs: a joint inspection and the next full one of the same area.
  init(_ pairs: [(joint: Inspection, next: Inspection)], in register: Register) {
    let read = AsRead(of: pairs.map(\.next), in: register)
    let hasNext = Set(read.read.map(\.row))
    next = read
    joint = AsRead(of: pairs.filter { hasNext.contains($0.next.row) }.map(\.joint), in: register)
    self.pairs = pairs.count
  }

  var block: Account.Block {
    let title = "What the next reports say of the same agencies, as read"
    guard pairs > 0, !next.read.isEmpty, !joint.read.isEmpty else {
      let words =
        pairs == 0
        ? []
        : [
          "\(next.read.count) of \(counted(pairs, "next report")) and \(joint.read.count) of the "
            + "joint letters before them are read here, so nothing can be compared."
        ]
      return .sentences(title: title, words)
    }
    return .grid(grid(title))
  }

  private typealias Line = (agency: Agency, before: [AsRead.Sighting], after: [AsRead.Sighting])

  private func grid(_ title: String) -> Grid {
    let before = Dictionary(grouping: joint.all, by: \.agency)
    let after = Dictionary(grouping: next.all, by: \.agency)
    let lines: [Line] = joint.register.all(Agency.self).inOrderOfField.compactMap { agency in
      let line = (agency, before[agency.row] ?? [], after[agency.row] ?? [])
      return line.1.isEmpty && line.2.isEmpty ? nil : line
    }
    return Grid(
      title: title, corner: "agency", rows: lines, named: \.agency.name, subject: \.agency.row,
      columns: [
        Grid.Column(
          "joint letters: in areas for improvement, of these and strengths", short: "joint"
        ) {
          Self.share($0.before)
        },
        Grid.Column("next reports: in areas for improvement, of these and strengths", short: "next")
        {
          Self.share($0.after)
        },
        Grid.Column("next reports: all passages that name it", short: "named") {
          .count($0.after.map(\.passage))
        },
      ],
      notes: [
        "\(AgencyReliability.sentence); of other reports that is not known.",
        "\(joint.read.count) joint letters and \(counted(next.read.count, "next report")) of "
          + "\(pairs) are read here. Councils’ reports say most of children’s social care, and "
          + "little of the others: naming is not judging.",
      ])
  }

  private static func share(_ sightings: [AsRead.Sighting]) -> Figure {
    let directed = sightings.filter { $0.direction != nil }
    guard !directed.isEmpty else {
      return .unknown("no passage in a section with a direction names it")
    }
    let part = directed.filter { $0.direction == .shortfall }.map(\.passage)
    return Figure(.share(part.count, of: directed.count), basis: part)
  }
}
