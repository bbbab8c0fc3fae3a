internal import Glibc

/// A regular expression as recutils understands them: POSIX, extended, found anywhere in a value.
///
/// Once made it is only read, which is why the unchecked conformance holds.
final class RecPattern: @unchecked Sendable {
  private var compiled = regex_t()

  /// Nil for what is no regular expression; `regfree` takes what a failed `regcomp` leaves, too.
  init?(_ expression: String) {
    guard regcomp(&compiled, expression, REG_EXTENDED | REG_NOSUB) == 0 else { return nil }
  }

  deinit { regfree(&compiled) }

  /// Whether it is found in a value, up to a NUL.
  func matches(_ value: String) -> Bool { regexec(&compiled, value, 0, nil, 0) == 0 }

  /// What `recfix` takes for an address; it wants a last part of two to four letters.
  static let email = RecPattern("^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}$")
  static let uuid = RecPattern("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")
}
