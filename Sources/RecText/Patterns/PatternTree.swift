/// What a pattern says.
indirect enum PatternTree: Sendable {
  /// Found anywhere.
  case nothing
  case one(Unicode.Scalar)
  /// One scalar of any kind, a line feed too.
  case any
  /// One of a set of the pattern, by its number.
  case oneOf(Int)
  case place(PatternPlace)
  case sequence([PatternTree])
  case choice([PatternTree])
  case repeated(PatternTree, PatternCount)
}

/// A place between two scalars.
enum PatternPlace: Sendable {
  /// Of the whole value: a line feed in it makes no difference.
  case start
  case end
  case startOfWord
  case endOfWord
  /// Where a word starts or ends.
  case edgeOfWord
  case noEdgeOfWord
}

/// How often something stands.
struct PatternCount: Sendable {
  let least: Int
  /// Nil where there is no end to it.
  let most: Int?
}

/// A part of a pattern, with what it takes.
struct PatternPart {
  var tree: PatternTree
  /// How many instructions it makes, or a few more; 1 at least, as to pass over nothing takes time.
  var size = 1
  /// How many parts are inside one another.
  var height = 1

  static let nothing = PatternPart(tree: .nothing)

  static func sequence(_ parts: [PatternPart]) -> PatternPart {
    guard parts.count != 1 else { return parts[0] }
    return PatternPart(
      tree: parts.isEmpty ? .nothing : .sequence(parts.map(\.tree)),
      size: max(1, parts.reduce(0) { $0 + $1.size }),
      height: 1 + (parts.map(\.height).max() ?? 0))
  }

  static func choice(_ parts: [PatternPart]) -> PatternPart {
    guard parts.count != 1 else { return parts[0] }
    return PatternPart(
      tree: .choice(parts.map(\.tree)), size: parts.reduce(0) { $0 + $1.size + 2 },
      height: 1 + (parts.map(\.height).max() ?? 0))
  }

  func repeated(_ count: PatternCount) -> PatternPart {
    // Without end the last one that must stand goes back to itself.
    let optional =
      count.most.map { ($0 - count.least) * (size + 1) } ?? (count.least == 0 ? size + 2 : 1)
    return PatternPart(
      tree: .repeated(tree, count), size: max(1, count.least * size + optional),
      height: height + 1)
  }
}
