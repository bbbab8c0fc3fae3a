import InspectionStore

/// What is kept of the first start, in a file of the state folder: that it was, and which area is
/// one's own.
enum FirstStart {
  /// Whether the program was never started here before: nothing is remembered of it, nor of any
  /// register.
  static func isNow(_ places: Places) -> Bool {
    guard let path = path(places), let folder = places.stateFolder else { return false }
    return !Files.exists(path) && Files.names(in: folder + "/places").isEmpty
  }

  /// Keeps that it was; false where that cannot be kept, so that it would be again at each start.
  static func isNoted(_ places: Places) -> Bool {
    write(area(places) ?? "", places)
    return path(places).map(Files.exists) ?? false
  }

  /// The key of one's own area.
  static func area(_ places: Places) -> String? {
    guard let path = path(places), case .success(let bytes) = Files.read(path, isOwn: true)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }

  static func remember(area: String, _ places: Places) { write(area, places) }

  private static func write(_ area: String, _ places: Places) {
    guard let path = path(places), let folder = places.stateFolder, Files.makeFolder(folder) else {
      return
    }
    Files.writeCasually(Array("\(area)\n".utf8), to: path)
  }

  private static func path(_ places: Places) -> String? {
    places.stateFolder.map { $0 + "/area" }
  }
}
