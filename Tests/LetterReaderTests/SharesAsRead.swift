import InspectionModel
import LetterReader
import Testing

private let folder = Files.environment("JOINTVIEW_LETTERS")

/// What the picture as read stands on: where each agency is named, beside what a careful reader
/// counted by hand in the letters at hand. These are not the letters by which the program says how
/// reliable it is: it has been made on these. The method of the picture as read quotes them.
@Suite(.enabled(if: folder != nil, "JOINTVIEW_LETTERS names no folder of letters"))
struct SharesAsRead {
  /// Passages that name an agency, and those of them that are to improve.
  private struct Share {
    var shortfalls = 0
    var all = 0

    var value: Double { all > 0 ? Double(shortfalls) / Double(all) : 0 }

    mutating func add(_ section: SectionKind) {
      all += 1
      if section.direction == .shortfall { shortfalls += 1 }
    }
  }

  @Test func `each agency's share in areas for improvement is that which a reader counts by hand`()
    throws
  {
    let folder = try #require(folder)
    let truth = try Truth(folder: folder + "/truth")
    let bench = try Bench(folder: folder)
    var (byHand, named, asRead): ([String: Share], [String: Share], [String: Share]) =
      ([:], [:], [:])
    for file in truth.letters.keys.sorted() where !truth.agencies(file).isEmpty {
      let text = try Files.output(of: "pdftotext -layout '\(folder)/\(file).pdf' -")
      let letter = bench.reader.read(text)
      for row in truth.agencies(file) where row["sure"] == "yes" {
        guard let section = Truth.kinds[row["section_kind"] ?? ""], section.direction != nil,
          let index = Int(row["index"] ?? "")
        else { continue }
        let own = letter.passages.filter { $0.section == section }
        guard own.indices.contains(index - 1) else { continue }
        let acting = Truth.identifiers(row["agencies"])
        for agency in acting { byHand[agency, default: Share()].add(section) }
        for agency in acting.union(Truth.identifiers(row["also_mentioned"])) {
          named[agency, default: Share()].add(section)
        }
        for agency in Set(own[index - 1].agencies.map(\.agency)) {
          asRead[agency, default: Share()].add(section)
        }
      }
    }
    for agency in byHand.keys.sorted() {
      let (acts, all) = (byHand[agency] ?? Share(), named[agency] ?? Share())
      let read = asRead[agency] ?? Share()
      print(
        "letters at hand, \(agency): it acts, by hand, \(acts.shortfalls) of \(acts.all); it is "
          + "named, by hand, \(all.shortfalls) of \(all.all), as read \(read.shortfalls) of "
          + "\(read.all)")
      guard acts.all >= 20 else { continue }
      #expect(abs(acts.value - read.value) < 0.05, "\(agency)")
      #expect(abs(all.value - read.value) < 0.05, "\(agency)")
      #expect(abs(all.all - read.all) * 10 <= all.all, "\(agency)")
    }
    #expect(byHand.values.count { $0.all >= 20 } >= 3)
  }
}
