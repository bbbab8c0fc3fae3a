import InspectionStore
import InspectionUI

/// How a session comes and goes.
extension Session {
  /// Opens the screens one was at when this register was last left.
  mutating func resume() {
    guard let path = rememberedPath, case .success(let bytes) = Files.read(path) else { return }
    apply(.remembered(RememberedPlaces.decode(bytes)))
  }

  /// Gives the register back, and remembers the place for the next start if asked to.
  @MainActor
  mutating func close(remembering: Bool) {
    if remembering, isOpen, let path = rememberedPath,
      let folder = path.lastIndex(of: "/").map({ String(path[..<$0]) }),
      Files.makeFolder(folder)
    {
      Files.writeCasually(RememberedPlaces.encode(state.places), to: path)
    }
    finishSaving()
    _ = putDown()
    _ = trail.finish()
    store?.close()
  }

  private var rememberedPath: String? {
    places.stateFolder.map { folder in
      let name = path.map { $0.isLetter || $0.isNumber ? $0 : "-" }
      return folder + "/places/" + String(name.suffix(120))
    }
  }
}
