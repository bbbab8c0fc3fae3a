public import InspectionModel
import RecText

// What was done to the register: put down, and looked up.

extension RegisterStore {
  /// Puts down in the trail what was kept since it was last written. A kill does not reach it when
  /// this returns; a power cut can, but then the journal has it.
  public mutating func writeTrail() throws(FileProblem) { try file.writeTrail() }

  /// Shows an entry in the trail of this run alone; nothing is written. For whoever only tries.
  public mutating func rehearse(_ entry: TrailEntry) {
    guard let lines = try? TrailText.encode(entry) else { return }
    file.trail.hold(lines)
  }

  /// Puts down, durably, what somebody says on an entry.
  ///
  /// - Parameter isRehearsed: whether nothing is to be written.
  public mutating func note(
    _ remark: TrailRemark, on entry: TrailEntry, isRehearsed: Bool = false
  ) throws(Problem) {
    let lines: [UInt8]
    do throws(RecWriteProblem) {
      lines = try TrailText.encode(.remark(remark, on: try TrailText.Reference(to: entry)))
    } catch {
      throw .text(error)
    }
    if isRehearsed { return file.trail.hold(lines) }
    do throws(FileProblem) {
      try file.appendToTrail(lines)
    } catch {
      throw .file(error)
    }
  }
}

extension TrailFile {
  /// At so many entries no more are looked for: who wants older ones reads the file.
  private static let most = 1000

  /// What was done to a record, or to all, the last first. O(bytes of the trail) for a record, most
  /// of it at the speed of memory. The order is that in which it was put down, whatever the clocks
  /// said.
  public func trail(of subject: TrailSubject) throws(FileProblem) -> Trail {
    var records = heldRecords.filter { $0.entry.map(subject.isOf) ?? true }
    guard var tail = try tail() else {
      return Trail(subject, records.entries.reversed(), isWhole: true)
    }
    let isAll = subject == .everything
    while records.count < Self.most, let bytes = try tail.next() {
      let found =
        isAll
        ? TrailText.decode(bytes)
        : TrailText.decode(bytes, mentioning: Array(subject.key.utf8), TrailText.remarks)
      records = found.filter { $0.entry.map(subject.isOf) ?? true } + records
    }
    return Trail(subject, records.entries.reversed(), isWhole: tail.end == 0)
  }

  /// What one person did, in the order in which it was put down, from at least so many bytes at the
  /// end; and whether those are all.
  ///
  /// - Parameters:
  ///   - start: where the trail ended when the program began; what stands behind that counts where
  ///     it is the program's own.
  public func entries(
    of who: String, bytes limit: Int, before start: Int, andOwn isOwn: (TrailEntry) -> Bool
  ) throws(FileProblem) -> (entries: [TrailEntry], isWhole: Bool) {
    var own = heldEntries.filter { $0.who == who }
    guard var tail = try tail() else { return (own, true) }
    let (signature, size) = (TrailText.signature(of: who), min(start, tail.end))
    own =
      TrailText.decode(try tail.skip(to: size), mentioning: signature).compactMap(\.entry)
      .filter { $0.who == who && isOwn($0) } + own
    var entries: [TrailEntry] = []
    while size - tail.end < limit, let bytes = try tail.next() {
      entries =
        TrailText.decode(bytes, mentioning: signature).compactMap(\.entry)
        .filter { $0.who == who } + entries
    }
    return (entries + own, tail.end == 0)
  }

  private var heldRecords: [TrailText.Record] { held.flatMap { TrailText.decode($0) } }

  /// What is still to be put down.
  public var heldEntries: [TrailEntry] { heldRecords.compactMap(\.entry) }

  /// How many bytes it has; none where there is no trail.
  public var size: Int { (try? disk.statusIfPresent(at: path)?.stamp.size) ?? 0 }
}
