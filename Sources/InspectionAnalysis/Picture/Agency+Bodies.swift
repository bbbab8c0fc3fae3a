public import InspectionModel

extension Agency {
  /// Keys of records that stand for all partners at once, or for the body in which they meet: no
  /// agencies of their own, so that they are no part of what is measured between agencies.
  public static let bodies: Set<String> = ["partnership", allPartners]
  /// Stands for all partners together.
  public static let allPartners = "all-partners"
}
