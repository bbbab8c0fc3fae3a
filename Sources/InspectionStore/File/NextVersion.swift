internal import Dispatch
import Synchronization

/// A text on its way into a register's place, whole and durable beside it.
///
/// The way has four parts. ``RegisterFile/prepare(_:)`` and ``put()`` take long and touch
/// nothing that an append touches, so they may go on beside it, on another thread; the two that the
/// owner takes, ``RegisterFile/announce(_:lacking:)`` and ``RegisterFile/settle(_:lacking:)``, wait
/// for one short record of the journal. So an entry is at every moment in the journal, or in the
/// register as well: whichever of the two versions a crash leaves, the journal tells which entries
/// it lacks.
public struct NextVersion: Sendable {
  let contents: FileContents
  let fingerprint: Fingerprint
  /// Nil where the register must be written in place.
  let temporary: TemporaryVersion?
  /// The register as its owner last saw it. Its journal is the owner's alone.
  var file: RegisterFile

  /// Takes it away where nothing will come of it.
  func discard() {
    temporary?.close()
    temporary?.remove()
  }

  /// Gives it the register's place, durably. On any thread, after it was announced.
  public func put() -> PutVersion {
    var file = file
    file.leftovers = []
    var former: Descriptor?
    let outcome: Result<SaveOutcome, FileProblem>
    do throws(FileProblem) {
      outcome = .success(try put(&file, &former))
    } catch {
      outcome = .failure(error)
    }
    return PutVersion(
      outcome: outcome, fingerprint: fingerprint, size: contents.count, known: file.known,
      former: former, leftovers: file.leftovers, disk: file.disk)
  }

  /// In turn, so that nobody writes between the last look and the exchange.
  private func put(
    _ file: inout RegisterFile, _ former: inout Descriptor?
  ) throws(FileProblem) -> SaveOutcome {
    var turn: RegisterTurn?
    do throws(FileProblem) {
      turn = try file.takeTurn()
    } catch {
      discard()
      throw error
    }
    defer { turn?.end(on: file.disk) }
    if turn != nil, file.mayHaveChangedOutside, let theirs = try file.outsideVersion() {
      discard()
      return .changedOutside(theirs)
    }
    return try file.put(self, &former)
  }
}

/// What came of giving a version the register's place.
public struct PutVersion: Sendable {
  let outcome: Result<SaveOutcome, FileProblem>
  let fingerprint: Fingerprint
  let size: Int
  /// The version that the register now is, as far as is known.
  let known: KnownVersion?
  /// What it was before, which has no name any more.
  let former: Descriptor?
  /// The names of what could not be taken away.
  let leftovers: [String]
  let disk: any Disk

  /// Gives back the room of the former version, which takes 0.1 s for 300 MB; to be called once, on
  /// any thread.
  public func letGo() {
    if let former { try? disk.close(former) }
  }
}

extension RegisterFile {
  /// Writes a text under a name beside the register's, durably, with the register's owner, mode and
  /// attributes. Where no file can be made in the folder, it will be written in place. On any
  /// thread.
  ///
  /// - Parameter contents: the text; the caller has read it back and found it right.
  public func prepare(_ contents: FileContents) throws(FileProblem) -> NextVersion {
    try requireWritable()
    let printing = FingerprintTaking(of: contents)
    do throws(FileProblem) {
      let temporary = try hasSeveralNames() ? nil : TemporaryVersion(contents, at: self)
      return NextVersion(
        contents: contents, fingerprint: printing.wait(), temporary: temporary, file: self)
    } catch {
      let fingerprint = printing.wait()
      // That the register is gone is found again by the owner, who can do something about it.
      guard known != nil, error.allowsSaveInPlace || error.isMissing else {
        throw roomProblem(error, needed: contents.count)
      }
      return NextVersion(
        contents: contents, fingerprint: fingerprint, temporary: nil, file: self)
    }
  }

  private func hasSeveralNames() throws(FileProblem) -> Bool {
    guard known != nil else { return false }
    return try disk.status(at: path, followingLinks: false).links > 1
  }
}

/// A fingerprint taken on the second core, while the first brings the bytes to the disk.
private final class FingerprintTaking: Sendable {
  private let group = DispatchGroup()
  private let fingerprint = Mutex<Fingerprint?>(nil)
  private let contents: FileContents

  /// Fewer bytes are read sooner than a thread would begin.
  private static let smallest = 1 << 20

  init(of contents: FileContents) {
    self.contents = contents
    guard contents.count >= Self.smallest else { return }
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      let found = contents.fingerprint()
      fingerprint.withLock { $0 = found }
    }
  }

  func wait() -> Fingerprint {
    group.wait()
    return fingerprint.withLock { $0 } ?? contents.fingerprint()
  }
}
