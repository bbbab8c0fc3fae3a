@testable import InspectionStore

/// A sitting of an analyst, told again and again, each time with another mishap.
struct Story: CustomStringConvertible, Sendable {
  let description: String
  /// The files there are before, and further names of them.
  var files = [Analyst.path: "Title: old\n"]
  var links: [String: String] = [:]
  var closedFolders: Set<String> = []
  var writeLimit = Int.max
  let tell: @Sendable (inout Analyst) -> Void

  /// False where a save must write in place.
  var savesByExchange: Bool { links.isEmpty && closedFolders.isEmpty }

  /// What is left when it has been told.
  struct End {
    var disk: SimulatedDisk
    var analyst: Analyst
  }

  func told(with mishap: SimulatedDisk.Mishap? = nil, at call: Int = 0) -> End {
    let disk = SimulatedDisk(DiskImage(files: files, links: links))
    (disk.closedFolders, disk.writeLimit) = (closedFolders, writeLimit)
    disk.mishap = mishap.map { (call, $0) }
    var analyst = Analyst(disk, texts: Set(files[Analyst.path].map { [$0] } ?? []))
    tell(&analyst)
    return End(disk: disk, analyst: analyst)
  }

  static let all = [
    saves, short, edits, types, creates, inPlace, closedFolder, editsMeanwhile, meanwhileInPlace,
  ]

  static let saves = Story(description: "edits, saves, edits, and leaves") { analyst in
    analyst.tryToOpen()
    analyst.edit()
    analyst.edit()
    analyst.save()
    analyst.edit()
    analyst.edit()
  }

  static let short = Story(description: "the same, with writes cut short", writeLimit: 40) {
    saves.tell(&$0)
  }

  static let edits = Story(description: "saves twice, closes, comes back") { analyst in
    analyst.tryToOpen()
    analyst.edit()
    analyst.save()
    analyst.edit()
    analyst.save()
    analyst.close()
    analyst.tryToOpen()
    analyst.edit()
  }

  static let types = Story(description: "types, finishes, types again, saves, and types on") {
    $0.tryToOpen()
    $0.type()
    $0.type()
    $0.edit()
    $0.type()
    $0.save()
    $0.type()
    $0.close()
    $0.tryToOpen()
    $0.type()
  }

  static let creates = Story(description: "makes a register", files: ["/home/other": ""]) {
    try? $0.create()
    $0.edit()
    $0.save()
  }

  static let editsMeanwhile = Story(description: "edits while saving, twice, and leaves") {
    $0.tryToOpen()
    $0.edit()
    $0.save(editing: [1, 1, 1])
    $0.edit()
    $0.save(editing: [2, 0, 0])
  }

  static let meanwhileInPlace = Story(
    description: "edits while saving a register with two names",
    links: ["/home/second.rec": Analyst.path]
  ) { editsMeanwhile.tell(&$0) }

  static let inPlace = Story(
    description: "saves a register with two names", links: ["/home/second.rec": Analyst.path]
  ) { saves.tell(&$0) }

  static let closedFolder = Story(
    description: "saves in a folder that takes no file", closedFolders: ["/home"]
  ) { saves.tell(&$0) }
}
