import InspectionStore
import InspectionUI

/// How a session comes and goes.
extension Session {
  /// The screens one was at when this register was last left.
  func resumed() -> [Event] {
    guard let path = rememberedPath, case .success(let bytes) = Files.read(path, isOwn: true)
    else { return [] }
    let remembered = RememberedPlaces.decode(bytes, of: self.path)
    return [
      .remembered(
        remembered.places, layouts: remembered.layouts, filters: TypedFilters(remembered.filters))
    ]
  }

  /// Once, where it can be kept that it was.
  func welcome() -> [Event] {
    welcomes && FirstStart.isNow(places) && FirstStart.isNoted(places) ? [.firstStart] : []
  }

  fileprivate func farewell(_ state: State) -> Farewell {
    var farewell = Farewell(pathGiven)
    if isDry { return farewell }
    farewell.notes = lastNotes
    if let store { farewell.leftover = store.leftover }
    farewell.draft = state.draft.map { ($0, isKept: $0 == keptDraft) }
    return farewell
  }

  fileprivate func remember(_ state: State) {
    guard isOpen, let path = rememberedPath,
      let folder = path.lastIndex(of: "/").map({ String(path[..<$0]) }), Files.makeFolder(folder)
    else { return }
    Files.writeCasually(
      RememberedPlaces.encode(state, of: self.path), to: path)
  }

  private var rememberedPath: String? {
    places.stateFolder.map { $0 + "/places/" + RememberedPlaces.fileName(for: path) }
  }
}

extension Engine<Session> {
  /// Gives the register back, and remembers the place for the next start if asked to.
  ///
  /// - Returns: what is to be said of that.
  @MainActor
  mutating func close(remembering: Bool) -> Farewell {
    // There is no way back to a demo.
    if remembering, world.demo == nil { world.remember(state) }
    world.isOver = true
    (world.run, world.device) = (.idle, nil)
    // The last that was typed, of which too little was new to be kept at once. A save goes on to
    // its end.
    handle(.rested)
    _ = noteShown()
    var farewell = world.farewell(state)
    world.store?.close()
    if let kept = world.demo?.end() { farewell.notes.append(kept) }
    return farewell
  }
}
