extension Inspection {
  /// The frameworks whose reports are read, beside those of joint inspections.
  public static let readableFrameworks: Set<String> = [
    "area-send", "ilacs", "ilacs-short", "lscb-review", "sif", "tlac",
  ]

  /// Whether its report can be read, so that there are passages to code.
  public var hasReadableReport: Bool {
    isJoint || framework.map { Self.readableFrameworks.contains($0.key) } ?? false
  }
}
