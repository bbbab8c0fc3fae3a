import InspectionModel

extension State {
  /// The screens as they stand, to be opened again at the next start.
  public var places: [SavedScreen] { screens.map { $0.saved(register) } }

  /// Opens screens as they were remembered; those whose record is gone are left out.
  mutating func restore(_ places: [SavedScreen]) {
    let context = context
    let restored = places.compactMap { saved in
      Screens.restored(saved, context) { laidOut($0) }
    }
    screens = restored.isEmpty ? [AreasScreen(register)] : restored
  }
}
