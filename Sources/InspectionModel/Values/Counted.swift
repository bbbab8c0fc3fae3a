/// `1 inspection`, `2 inspections`; `1 agency`, `2 agencies` where the plural is given.
public func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
