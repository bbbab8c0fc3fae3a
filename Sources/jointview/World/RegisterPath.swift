import InspectionModel
import InspectionStore

/// Which register a command works on.
enum RegisterPath {
  /// The path given, or the user's own register, which is made from the starter the first time.
  static func resolve(_ path: String?, _ places: Places) throws -> String {
    if let path { return path }
    guard let own = places.ownRegister else {
      throw Failure(
        "neither HOME nor XDG_DATA_HOME is set, so there is no register of your own; name one")
    }
    if !Files.exists(own) { try create(own, Starter.text, places) }
    return own
  }

  /// Makes a register with this text; never over a file that is there.
  static func create(_ path: String, _ text: [UInt8], _ places: Places) throws {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      Files.makeFolder(String(path[..<slash]))
    }
    do throws(FileProblem) {
      var file = try RegisterFile.create(path, text, in: places.registerEnvironment)
      file.close()
    } catch {
      throw Failure(Files.sentence(error, writing: text, to: path))
    }
  }

  /// - Parameters:
  ///   - isBrief: whether it is opened for a moment, to be changed.
  ///   - progress: is told now and then what has been read so far.
  static func open(
    _ path: String, _ places: Places, waitingUpTo seconds: Int = 0, briefly isBrief: Bool = false,
    _ progress: RegisterReading.Progress? = nil
  ) throws(Failure) -> RegisterStore.Opened {
    if Files.isEndless(path) { throw Failure(FileProblem.notOrdinary(path: path)) }
    var opened: RegisterStore.Opened
    do throws(FileProblem) {
      opened = try RegisterStore.open(
        path, in: places.registerEnvironment, waitingUpTo: seconds, briefly: isBrief, progress)
    } catch {
      if case .missing = error { throw Failure("\(error); jointview init \(path) makes one") }
      throw Failure(error)
    }
    guard opened.store.text.isRegister else {
      opened.store.close()
      throw Failure("\(path) is not a register: \(opened.store.text.whyNoRegister)")
    }
    return opened
  }
}
