import InspectionStore
import InspectionUI

/// How a session comes and goes.
extension Session {
  /// Opens the screens one was at when this register was last left.
  mutating func resume() {
    guard let path = rememberedPath, case .success(let bytes) = Files.read(path, isOwn: true)
    else { return }
    apply(.remembered(RememberedPlaces.decode(bytes, of: self.path)))
  }

  /// Gives the register back, and remembers the place for the next start if asked to.
  ///
  /// - Returns: what is to be said of that.
  @MainActor
  mutating func close(remembering: Bool) -> Farewell {
    if remembering { rememberPlaces() }
    isOver = true
    // The last that was typed, of which too little was new to be kept at once.
    apply(.rested)
    carryOn(on: nil, run: .idle)
    finishSaving()
    _ = putDown()
    let farewell = farewell
    store?.close()
    return farewell
  }

  private var farewell: Farewell {
    var farewell = Farewell(pathGiven)
    if isDry { return farewell }
    farewell.notes = lastNotes
    if let store { farewell.leftover = store.leftover }
    farewell.draft = state.draft.map { ($0, isKept: $0 == keptDraft) }
    return farewell
  }

  private func rememberPlaces() {
    guard isOpen, let path = rememberedPath,
      let folder = path.lastIndex(of: "/").map({ String(path[..<$0]) }), Files.makeFolder(folder)
    else { return }
    Files.writeCasually(RememberedPlaces.encode(state.places, of: self.path), to: path)
  }

  private var rememberedPath: String? {
    places.stateFolder.map { $0 + "/places/" + RememberedPlaces.fileName(for: path) }
  }
}
