import InspectionModel

/// Which agencies are named in the same passages, as read. That is no joint working: a list of
/// services names them together too.
struct NamedTogether {
  private let agencies: [Agency]
  /// By pair of places, the smaller first.
  private var passages: [[Int]: [Row]] = [:]

  /// O(agencies found · agencies of a passage).
  init(_ asRead: AsRead, _ agencies: [Agency]) {
    self.agencies = agencies
    var place: [Row: Int] = [:]
    for (index, agency) in agencies.enumerated() where !Agency.bodies.contains(agency.key) {
      place[agency.row] = index
    }
    var start = 0
    while start < asRead.all.count {
      let passage = asRead.all[start].passage
      let end = asRead.all[start...].firstIndex { $0.passage != passage } ?? asRead.all.count
      let here = asRead.all[start..<end].compactMap { place[$0.agency] }.sorted()
      for (index, one) in here.enumerated() {
        for other in here[(index + 1)...] {
          self.passages[[one, other], default: []].append(passage)
        }
      }
      start = end
    }
  }

  var grid: Grid {
    Grid(
      title: "Named together, as read: passages", corner: "agency",
      rows: passages.isEmpty ? 0..<0 : agencies.indices, named: { agencies[$0].name },
      subject: { agencies[$0].row },
      columns: agencies.enumerated().map { column, agency in
        Grid.Column(agency.name, short: agency.key, style: .heat) { row in
          row == column
            ? Figure(.phrase(""))
            : passages[[min(row, column), max(row, column)]].map(Figure.count)
              ?? Figure(.absent(.nothingRecorded))
        }
      },
      notes: [
        "Two agencies that one passage names are named together and no more: whether they worked "
          + "together only a person can code."
      ])
  }
}
