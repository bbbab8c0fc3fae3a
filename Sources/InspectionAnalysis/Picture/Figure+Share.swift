import InspectionModel

extension Figure {
  /// A part of a whole; nothing is known where there is no whole, and the sentence says why.
  init(_ share: Picture.Share?, basis: [Row] = [], else why: String) {
    guard let share, share.whole > 0 else {
      self = .unknown(why)
      return
    }
    self.init(.share(share.part, of: share.whole), basis: basis)
  }

  /// A part of a whole that is there.
  static func share(_ share: Picture.Share, of rows: [Row]) -> Figure {
    Figure(.share(share.part, of: share.whole), basis: rows)
  }
}
