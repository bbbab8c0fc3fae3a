import InspectionStore

/// Which colour scheme to start with: the one that was last chosen in the program, unless another
/// was set since.
enum ChosenScheme {
  /// Nil where none was chosen or set.
  static func name(_ settings: Settings, _ places: Places) -> String? {
    guard let chosen = remembered(places), chosen.setting == settings.scheme else {
      return settings.scheme
    }
    return chosen.name
  }

  /// Keeps a choice for the next start, with what was set when it was made.
  static func remember(_ name: String, over setting: String?, _ places: Places) {
    guard let path = path(places), let folder = places.stateFolder, Files.makeFolder(folder) else {
      return
    }
    Files.writeCasually(Array("\(name)\n\(setting ?? "")\n".utf8), to: path)
  }

  private static func remembered(_ places: Places) -> (name: String, setting: String?)? {
    guard let path = path(places), case .success(let bytes) = Files.read(path, isOwn: true)
    else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 3, !lines[0].isEmpty else { return nil }
    return (lines[0], lines[1].isEmpty ? nil : lines[1])
  }

  private static func path(_ places: Places) -> String? {
    places.stateFolder.map { $0 + "/scheme" }
  }
}
