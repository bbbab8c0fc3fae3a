@testable import InspectionStore

/// What is on a simulated disk: for each file and folder, what is durable and what is pending.
struct DiskImage {
  enum Content: Hashable {
    case file([UInt8])
    case folder
  }

  /// A change of a file's bytes.
  enum Change: Hashable {
    case write(at: Int, [UInt8])
    case cut(to: Int)

    func apply(to bytes: inout [UInt8]) {
      switch self {
      case .write(let offset, let new):
        let end = offset + new.count
        if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
        bytes.replaceSubrange(offset..<end, with: new)
      case .cut(let size):
        bytes = Array(bytes.prefix(size)) + [UInt8](repeating: 0, count: max(0, size - bytes.count))
      }
    }

    /// What of it may reach the disk when power is lost: nothing, all, or a half.
    var survivors: [Change?] {
      guard case .write(let offset, let new) = self, new.count > 1 else { return [nil, self] }
      let half = new.count / 2
      return [
        nil, self, .write(at: offset, Array(new[..<half])),
        .write(at: offset + half, Array(new[half...])),
      ]
    }
  }

  enum Fate { case pending, durable, doubtful }

  /// A change that has been made, and whether it is on the disk.
  struct Made: Hashable {
    let change: Change
    var fate: Fate
  }

  struct Node {
    var durable: [UInt8] = []
    var changes: [Made] = []
    var isFolder = false
    var modified: Int64 = 0
    var changed: Int64 = 0
  }

  struct Name: Hashable {
    let path: String
    let inode: Int?
  }

  /// One step in the folders: all its names change, or none.
  typealias Naming = [Name]

  /// Who may do what with every file.
  var mode: UInt32 = 0o644
  private(set) var nodes: [Int: Node] = [:]
  private var durableNames: [String: Int] = [:]
  private var pendingNames: [Naming] = []
  private var names: [String: Int] = [:]
  private var clock: Int64 = 0

  /// A disk on which these files are durable, in the folders that they need.
  init(files: [String: String], links: [String: String] = [:]) {
    for path in files.keys { addFolders(above: path) }
    for (path, text) in files { create(path, .file(Array(text.utf8))) }
    for (path, target) in links { name([Name(path: path, inode: names[target])]) }
    makeAllDurable()
  }

  private mutating func addFolders(above path: String) {
    let parent = folder(of: path)
    if names[parent] != nil { return }
    if parent != "/" { addFolders(above: parent) }
    create(parent, .folder)
  }

  /// What there is, durable and pending, but for times: equal ones may leave the same disks.
  var contents: Contents {
    Contents(
      durable: nodes.mapValues(\.durable), changes: nodes.mapValues(\.changes), names: names,
      durableNames: durableNames, pendingNames: pendingNames)
  }

  struct Contents: Hashable {
    fileprivate let durable: [Int: [UInt8]]
    fileprivate let changes: [Int: [Made]]
    fileprivate let names: [String: Int]
    fileprivate let durableNames: [String: Int]
    fileprivate let pendingNames: [Naming]
  }

  /// What the files hold, for telling one disk from another.
  var files: [String: [UInt8]] { names.mapValues { bytes(of: $0) } }

  var paths: [String] { names.keys.sorted() }

  func inode(at path: String) -> Int? { names[path] }

  func isFolder(_ path: String) -> Bool { names[path].flatMap { nodes[$0]?.isFolder } ?? false }

  func bytes(of inode: Int) -> [UInt8] {
    guard let node = nodes[inode] else { return [] }
    return node.changes.reduce(into: node.durable) { $1.change.apply(to: &$0) }
  }

  func text(at path: String) -> String? {
    inode(at: path).map { String(decoding: bytes(of: $0), as: UTF8.self) }
  }

  func status(of inode: Int) -> FileStatus {
    let node = nodes[inode] ?? Node()
    let stamp = FileStamp(
      device: 1, inode: UInt64(inode), size: bytes(of: inode).count, modified: node.modified,
      changed: node.changed)
    return FileStatus(
      kind: node.isFolder ? .folder : .regular, links: names.values.count { $0 == inode },
      owner: 0, mode: node.isFolder ? 0o755 : mode, stamp: stamp)
  }
}

extension DiskImage.Made {
  /// The same with another fate, where it is pending.
  fileprivate func turned(_ fate: DiskImage.Fate) -> Self {
    Self(change: change, fate: self.fate == .pending ? fate : self.fate)
  }
}

extension DiskImage {
  mutating func create(_ path: String, _ content: Content) {
    clock += 1
    let inode = nodes.count + 1
    var node = Node(modified: clock, changed: clock)
    switch content {
    case .file(let bytes):
      if !bytes.isEmpty {
        node.changes = [Made(change: .write(at: 0, bytes), fate: .pending)]
      }
    case .folder: node.isFolder = true
    }
    nodes[inode] = node
    name([Name(path: path, inode: inode)])
  }

  mutating func change(_ inode: Int, _ change: Change, _ fate: Fate = .pending) {
    clock += 1
    let isOfTurn = names.contains { $0.value == inode && Self.isTurn($0.key) }
    nodes[inode]?.changes.append(Made(change: change, fate: isOfTurn ? .durable : fate))
    nodes[inode]?.modified = clock
    nodes[inode]?.changed = clock
  }

  mutating func name(_ naming: Naming) {
    clock += 1
    for name in naming {
      names[name.path] = name.inode
      if let inode = name.inode { nodes[inode]?.changed = clock }
    }
    // What is left of a turn means nothing to the next one, so its fates are not told one by one.
    if naming.allSatisfy({ Self.isTurn($0.path) }) {
      for name in naming { durableNames[name.path] = name.inode }
    } else {
      pendingNames.append(naming)
    }
  }

  private static func isTurn(_ path: String) -> Bool { path.hasSuffix(".turn") }

  /// Makes a file's changes, or a folder's names, durable.
  mutating func sync(_ inode: Int) {
    guard var node = nodes[inode] else { return }
    if node.isFolder {
      return syncNames(in: names.filter { $0.value == inode }.map(\.key))
    }
    node.changes = node.changes.map { $0.turned(.durable) }
    if !node.changes.contains(where: { $0.fate == .doubtful }) {
      node.durable = bytes(of: inode)
      node.changes = []
    }
    nodes[inode] = node
  }

  private mutating func syncNames(in folders: [String]) {
    let isSynced = { (naming: Naming) in folders.contains(folder(of: naming[0].path)) }
    for name in pendingNames.filter(isSynced).joined() { durableNames[name.path] = name.inode }
    pendingNames.removeAll(where: isSynced)
  }

  /// What is pending may or may not be on the disk, whatever is synced later.
  mutating func doubt(_ inode: Int) {
    guard let node = nodes[inode] else { return }
    nodes[inode]?.changes = node.changes.map { $0.turned(.doubtful) }
  }

  mutating func makeAllDurable() {
    for inode in nodes.keys {
      let bytes = bytes(of: inode)
      nodes[inode]?.durable = bytes
      nodes[inode]?.changes = []
    }
    (durableNames, pendingNames) = (names, [])
  }

  /// Another program takes names away, synced.
  mutating func removeDurably(_ paths: [String]) {
    if paths.isEmpty { return }
    name(paths.map { Name(path: $0, inode: nil) })
    syncNames(in: paths.map(folder(of:)))
  }

  /// Another program adds a line to a file, or makes one of it, synced; the text then.
  mutating func editDurably(_ path: String, inPlace: Bool, adding line: String) -> String {
    let text = (text(at: path) ?? "") + line + "\n"
    let new = Array(text.utf8)
    if inPlace, let inode = names[path] {
      change(inode, .cut(to: 0), .durable)
      change(inode, .write(at: 0, new), .durable)
    } else {
      create(path, .file(new))
      if let new = names[path] { sync(new) }
      syncNames(in: [folder(of: path)])
    }
    return text
  }
}

extension DiskImage {
  /// The disks that may be found when power comes back: every subset of the changes that no sync
  /// has saved, each write whole, by its first or second half, or not at all.
  ///
  /// If there are more than `limit`, these: none, all, each change alone, all but each, and random
  /// ones up to the limit.
  func statesAfterPowerLoss(limit: Int, _ random: inout some RandomNumberGenerator) -> [DiskImage] {
    let choices = pendingChoices
    let count = choices.reduce(1) { $0 > limit ? $0 : $0 * $1 }
    if count <= limit { return (0..<count).map { state(choosing: Self.digits($0, choices)) } }
    var chosen: Set<[Int]> = [choices.map { _ in 0 }, choices.map { _ in 1 }]
    for index in choices.indices {
      for (others, own) in [(0, 1), (1, 0), (1, 2), (1, 3)] where own < choices[index] {
        var choice = choices.map { _ in others }
        choice[index] = own
        chosen.insert(choice)
      }
    }
    while chosen.count < limit {
      chosen.insert(choices.map { Int.random(in: 0..<$0, using: &random) })
    }
    return chosen.sorted { $0.lexicographicallyPrecedes($1) }.map { state(choosing: $0) }
  }

  /// How many fates each change has, in a fixed order: names, then files.
  private var pendingChoices: [Int] {
    pendingNames.map { _ in 2 }
      + nodes.keys.sorted().flatMap { inode in
        (nodes[inode]?.changes ?? []).filter { $0.fate != .durable }
          .map { $0.change.survivors.count }
      }
  }

  private static func digits(_ number: Int, _ bases: [Int]) -> [Int] {
    var rest = number
    return bases.map { base in
      defer { rest /= base }
      return rest % base
    }
  }

  private func state(choosing choice: [Int]) -> DiskImage {
    var choice = choice[...]
    var image = self
    image.names = durableNames
    for naming in pendingNames where choice.popFirst() == 1 {
      for name in naming { image.names[name.path] = name.inode }
    }
    for inode in nodes.keys.sorted() {
      guard let node = nodes[inode] else { continue }
      image.nodes[inode]?.durable = node.changes.reduce(into: node.durable) { bytes, change in
        let all: [Change?] = change.fate == .durable ? [change.change] : change.change.survivors
        all[change.fate == .durable ? 0 : choice.popFirst() ?? 0]?.apply(to: &bytes)
      }
      image.nodes[inode]?.changes = []
    }
    image.dropWhatHasNoFolder()
    (image.durableNames, image.pendingNames) = (image.names, [])
    return image
  }

  private mutating func dropWhatHasNoFolder() {
    for path in paths where path != "/" && !isFolder(folder(of: path)) { names[path] = nil }
  }
}
