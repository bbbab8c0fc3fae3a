import InspectionModel

/// What a list can be grouped by.
struct Grouping: Sendable {
  let title: String
  let path: FieldPath
}
