/// A regular expression as recutils understands them: POSIX, extended, found anywhere in a value.
///
/// It comes from a file, so it is never given to what goes back or recurses at the text's will:
/// reading it is bounded in depth and size, and so is looking for it (``PatternMachine``).
///
/// Scalars are compared, and ranges go by their numbers, as in the locale C.UTF-8: every machine
/// has it, and a register that is shared is judged alike wherever it is checked. recutils goes by
/// whatever locale it is run in.
///
/// Source: POSIX.1-2017, chapter 9; where that leaves it open, the regcomp of glibc 2.36.
final class RecPattern: Sendable {
  let tree: PatternTree
  /// The sets of scalars that its brackets and classes name; the tree has their numbers.
  let sets: [ScalarSet]
  /// How many instructions it makes, or a few more.
  let size: Int

  init(_ expression: String) throws(PatternFault) {
    var parser = PatternParser(expression)
    let part = try parser.read()
    (tree, size, sets) = (part.tree, part.size, parser.sets)
  }

  /// What `recfix` takes for an address; it wants a last part of two to four letters.
  static let email = try? RecPattern("^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}$")
  static let uuid = try? RecPattern("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")
}

/// Why a text is no pattern that values can be held to.
enum PatternFault: Error, Hashable {
  /// recutils refuses it, too.
  case malformed
  case beyond(RecPatternLimit)
}

/// Why a pattern that recutils may take is not evaluated.
public enum RecPatternLimit: Hashable, Sendable {
  /// Too many parts, counted as if every repetition were written out.
  case size
  case nesting
  /// `\1`: what a group found, again. No machine of a bounded size can look for that.
  case backReference
  /// `[[.name.]]` or `[[=é=]]`, which mean what a locale makes of them.
  case collation

  /// The most parts; with 4000 of them alive at every scalar, a value of 1000 takes 12 ms.
  static let mostParts = 4000
  /// The most groups and repetitions inside one another.
  static let deepest = 100
  /// The most ranges between two brackets.
  static let mostRanges = 256
}

extension RecPatternLimit: CustomStringConvertible {
  /// What follows “this pattern”.
  public var description: String {
    switch self {
    case .size: "comes to more than \(Self.mostParts) parts with its repetitions written out"
    case .nesting: "nests groups and repetitions more than \(Self.deepest) deep"
    case .backReference: "asks for the text of a group again"
    case .collation: "names a collating element, which means what a locale makes of it"
    }
  }
}
