/// An address on the web, as a record names where a fact comes from.
public struct WebAddress: Hashable, Sendable {
  /// As it was written.
  public let text: String
  /// `http` or `https`.
  public let scheme: String
  /// The name of the machine, with a port where one is given.
  public let host: String
  /// All from the first slash after the host on; empty without one.
  public let rest: String

  /// What an address leads to, as far as it shows.
  public enum Kind: Hashable, Sendable {
    /// The file of a report.
    case report
    /// A page that is read in a browser.
    case page
    /// Data that somebody put together, or the place where they are kept.
    case data
  }

  /// - Returns: nil for what is no address of a page or a file, and for one that names an account
  ///   before the host: that is how one host is made to look like another.
  public init?(_ text: String) {
    guard let colon = text.firstRange(of: "://") else { return nil }
    scheme = text[..<colon.lowerBound].lowercased()
    let after = text[colon.upperBound...]
    host = String(after.prefix { !"/?#".contains($0) }).lowercased()
    rest = String(after.dropFirst(host.count))
    guard ["http", "https"].contains(scheme), !host.isEmpty, !host.contains("@"),
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
    else { return nil }
    self.text = text
  }

  public var kind: Kind {
    let parts = rest.prefix { !"?#".contains($0) }.lowercased().split(separator: "/")
    let name = parts.last ?? ""
    let ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    if Self.repositories.contains(host) || Self.dataEndings.contains(ending) { return .data }
    if ending == "pdf" { return .report }
    if Self.pageEndings.contains(ending) { return .page }
    // https://files.ofsted.gov.uk/v1/file/50000221
    return parts.dropLast().contains { Self.shelves.contains($0) } ? .report : .page
  }

  private static let repositories: Set = ["github.com", "raw.githubusercontent.com", "gitlab.com"]
  private static let dataEndings: Set = ["csv", "ods", "xlsx", "xls", "json", "zip"]
  private static let pageEndings: Set = ["htm", "html", "aspx", "php"]
  /// What a folder is called from which files are given out.
  private static let shelves: Set<Substring> = ["file", "files", "download", "downloads"]

  /// The same page or file on another host: `https://mirror.example` in the place of scheme and
  /// host.
  public func moved(to place: WebAddress) -> WebAddress? {
    let stem = place.text.hasSuffix("/") ? String(place.text.dropLast()) : place.text
    return WebAddress(stem + rest)
  }
}
