import InspectionModel
import RecText

/// A save under way: the register as it was when the save began, and how far that has come.
///
/// ``work()`` takes long and touches nothing that edits touch: it may go on beside them, on another
/// thread. After each part of it the store takes the save up again, see
/// ``RegisterStore/goOn(with:)``.
public struct RegisterSave: Sendable {
  enum Stage: Sendable {
    case begun(RegisterFile)
    case written(NextVersion)
    case announced(NextVersion)
    case put(PutVersion)
    case failed(RegisterStore.Problem)
  }

  let text: RegisterText
  let register: Register
  /// The changes that it brings into the file.
  let changes: [TrailEntry]
  let marked: RecBytes?
  var stage: Stage

  /// Goes on as far as it can without the store. O(bytes) at first, and little after.
  public consuming func work() -> RegisterSave {
    switch stage {
    case .begun(let file): stage = write(file)
    case .announced(let next): stage = .put(next.put())
    case .written, .put, .failed: break
    }
    return self
  }

  /// Gives back the room of the former version, once the save is done. It takes a while, and nobody
  /// has to wait for it.
  public func letGo() {
    if case .put(let put) = stage { put.letGo() }
  }

  /// All of it is read again where more is printed otherwise than what was changed.
  private var isCheckedWhole: Bool { marked != nil || !text.isPrintedAsRead }

  private func write(_ file: RegisterFile) -> Stage {
    let contents = isCheckedWhole ? FileContents(text.print()) : FileContents(text.printed)
    guard readsBack(contents) else { return .failed(.selfCheck) }
    do throws(FileProblem) {
      // The file as git left it: its comments may differ too, and nothing shows those.
      if let marked {
        _ = try file.keepBeside(Array(marked.buffer), as: .conflict)
      }
      return .written(try file.prepare(contents))
    } catch {
      return .failed(.file(error))
    }
  }

  /// Whether what is to be written says what the register holds: what was changed is read again,
  /// with its neighbours, from what is printed for them. All between is printed byte for byte as it
  /// was read, and so says what it said.
  private func readsBack(_ contents: FileContents) -> Bool {
    let changes = changes.map(\.change)
    guard text.hasUnknown(of: changes, register) else { return false }
    return isCheckedWhole
      ? RegisterReader.read(RecBytes(contents.bytes)).register.holdsTheSame(as: register)
      : text.readsBack(changes, register)
  }
}
