import InspectionModel

/// The trail on the screen, and what is said on it.
extension State {
  /// Of what is under the cursor; of everything where nothing is.
  mutating func trail() -> [Effect] {
    let row = screen.list?.currentRecord ?? screen.memoSubject
    noteReadingTrail()
    return [.readTrail(row.map { TrailSubject($0.type, key: register[$0].key) } ?? .everything)]
  }

  /// A long one takes a moment; other work goes on being named.
  mutating func noteReadingTrail() { file.work = file.work ?? Self.readingTrail }
  mutating func noteTrailRead() { if file.work == Self.readingTrail { file.work = nil } }
  private static let readingTrail = "reading the trail"

  /// Whoever asked twice is shown one.
  mutating func show(_ trail: Trail) {
    noteTrailRead()
    if screen.trailSubject == trail.subject { screens.removeLast() }
    screens.append(TrailScreen(trail))
  }

  /// What of a trail may be seen: while anything is hidden, or may be, only what one did and said
  /// oneself.
  func visible(_ trail: Trail) -> Trail {
    if hidden == nil, !file.isBeingRead { return trail }
    var trail = trail
    trail.entries.removeAll { $0.who != reviewer }
    for index in trail.entries.indices {
      trail.entries[index].remarks.removeAll { $0.who != reviewer }
    }
    return trail
  }

  // MARK: - Why

  /// Says why the last change was made.
  mutating func because() -> [Effect] {
    guard let lastEntry else {
      let (trail, why) = (keymap.keys(for: .trail) ?? "", keymap.keys(for: .because) ?? "")
      message = Message(
        "nothing has been changed since the program started; \(trail) shows earlier changes, and "
          + "\(why) there says why",
        .warning)
      return []
    }
    return perform(BecauseLine.steps(on: lastEntry, context))
  }

  /// A change stands in the trail: it is what a reason is asked for next, and on top of trails that
  /// are shown.
  mutating func enter(_ entry: TrailEntry) {
    lastEntry = entry
    for index in screens.indices { screens[index].enter(entry) }
  }

  /// Something was said on a change.
  mutating func enter(_ remark: TrailRemark, on entry: TrailEntry) {
    if let last = lastEntry, last.isSame(as: entry) { lastEntry?.remarks.append(remark) }
    for index in screens.indices { screens[index].enter(remark, on: entry) }
    message = Message(entry.who == remark.who ? "noted why" : "noted as your remark", .good)
  }

  /// Takes out of trails that are shown what may be seen no more.
  mutating func hideTrailEntries() {
    let state = self
    for index in screens.indices { screens[index].showTrail(state.visible) }
  }
}
