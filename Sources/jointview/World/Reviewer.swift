import InspectionModel
import InspectionOperations
import InspectionUI

/// Who sits at the keyboard, by the settings, by what was answered once, by the account.
enum Reviewer {
  /// Nil where nothing tells.
  static func name(_ settings: Settings, _ places: Places) -> String? {
    (settings.reviewer ?? remembered(places) ?? places.account)?.replacingUnseen(by: nil)
  }

  /// Whose a command's changes are: the name that the screens would give them.
  ///
  /// Throws where the settings cannot be read, so that nobody's changes get another's name, and
  /// nobody sees what is hidden from them.
  static func forCommands(_ places: Places) throws(Failure) -> String {
    let settings = Settings(path: places.configFolder.map { $0 + "/config.yaml" })
    if let refusal = settings.refusal {
      throw Failure("\(refusal), so nobody knows who you are: fix it first")
    }
    return name(settings, places) ?? places.user
  }

  private static func remembered(_ places: Places) -> String? {
    guard let path = path(places), case .success(let bytes) = Files.read(path, isOwn: true)
    else { return nil }
    let name = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
    return name?.isEmpty == true ? nil : name
  }

  /// Keeps an answer for the next start.
  static func remember(_ name: String, _ places: Places) {
    guard let path = path(places), let folder = places.stateFolder, Files.makeFolder(folder) else {
      return
    }
    Files.writeCasually(Array((name + "\n").utf8), to: path)
  }

  private static func path(_ places: Places) -> String? {
    places.stateFolder.map { $0 + "/reviewer" }
  }
}

extension Places {
  /// Who acts by a command, today.
  func author() throws(Failure) -> Author {
    Author(
      try Reviewer.forCommands(self), on: Self.today, keys: SplitMix(seed: .random(in: 0...(.max))))
  }
}
