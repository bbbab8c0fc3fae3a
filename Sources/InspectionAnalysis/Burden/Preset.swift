extension AccountRequest {
  /// The claim of 2015, before any joint inspection was held: that these would be a burden over
  /// and above the inspections that the same areas had anyway. All inspections of the first six
  /// areas in the years that it was made about.
  public static let claimOf2015 = AccountRequest(
    .burden, filter: "areas-of:first:6 in:2014..2017")
}
