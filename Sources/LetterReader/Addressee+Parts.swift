import InspectionOperations

extension Letter.Addressee {
  private static let marks: Set<Character> = [" ", ".", ",", "["]

  /// Parts what follows a name into post and body.
  init(_ segments: [String]) {
    var (post, body) = Self.parted(segments)
    // "Executive Lead for the CCG, with responsibility for …" speaks of the post to its end.
    if let (owner, duty) = body.parted(atFirst: "with responsibility ") {
      body = owner
      post = post.trimmed(of: Self.marks) + ", with responsibility " + duty
    }
    self.init(post: post.trimmed(of: Self.marks), body: body.trimmed(of: Self.marks))
  }

  private static func parted(_ segments: [String]) -> (post: String, body: String) {
    let all = segments.joined(separator: ", ")
    return chair(all) ?? bracketed(all) ?? atComma(segments) ?? atPreposition(all)
      ?? afterPost(segments) ?? bodyFirst(segments)
      ?? (all.namesBody && !all.namesPost ? ("", all) : (all, ""))
  }

  /// "Chair of the board, London Borough of …": whoever chairs, chairs a body.
  private static func chair(_ all: String) -> (post: String, body: String)? {
    for mark in [" of the ", " of ", " for the ", " for "] {
      guard let (post, body) = all.parted(atFirst: mark) else { continue }
      if post.words.last?.key.hasPrefix("chair") == true, body.namesBody { return (post, body) }
    }
    return nil
  }

  /// "Head of the delivery unit (Southern Division, National Probation Service)".
  private static func bracketed(_ all: String) -> (post: String, body: String)? {
    guard all.hasSuffix(")"), let (post, body) = all.parted(atFirst: "("), body.namesBody,
      post.namesPost, !post.namesStrongBody
    else { return nil }
    return (post, String(body.dropLast()))
  }

  /// At the first comma before a body; before one of its units, such as a division, only where no
  /// other body follows.
  private static func atComma(_ segments: [String]) -> (post: String, body: String)? {
    let later = segments.indices.dropFirst()
    guard
      let first = later.first(where: { segments[$0].namesStrongBody })
        ?? later.first(where: { segments[$0].namesBody }),
      !segments[..<first].contains(where: { $0.namesStrongBody && !$0.namesPost })
    else { return nil }
    var post = segments[..<first].joined(separator: ", ")
    var body = segments[first...].joined(separator: ", ")
    // "Designated Nurse, Safeguarding Children for NHS …": the post goes on after its comma.
    if let (more, owner) = body.parted(atFirst: " for "), !more.namesBody, owner.namesBody {
      post += ", " + more
      body = owner
    }
    return (post, body)
  }

  /// "Chief Constable of …", "Chief Nurse for …".
  private static func atPreposition(_ all: String) -> (post: String, body: String)? {
    for mark in [" for the ", " for ", " of the ", " of "] {
      guard let (post, body) = all.parted(atFirst: mark) else { continue }
      if post.namesPost, !post.namesBody, body.namesBody { return (post, body) }
    }
    return nil
  }

  /// "Chief Officer CCG": without any mark, the body is what follows the last word of the post.
  private static func afterPost(_ segments: [String]) -> (post: String, body: String)? {
    guard let first = segments.first, let end = first.endOfPost else { return nil }
    let rest = String(first[end...])
    guard rest.namesBody, !rest.trimmed.hasPrefix("of "), !rest.trimmed.hasPrefix("for ") else {
      return nil
    }
    return (String(first[..<end]), ([rest.trimmed] + segments.dropFirst()).joined(separator: ", "))
  }

  /// "National Probation Service, Divisional Director".
  private static func bodyFirst(_ segments: [String]) -> (post: String, body: String)? {
    guard segments.count > 1, let last = segments.last, last.namesPost, !last.namesBody,
      segments[0].namesBody
    else { return nil }
    return (last, segments.dropLast().joined(separator: ", "))
  }
}

/// The words by which posts and bodies are told apart.
extension String {
  /// Where the last word of a post ends.
  var endOfPost: String.Index? {
    words.last { Self.posts.contains($0.key) }?.range.upperBound
  }

  var namesPost: Bool {
    words.contains { Self.posts.contains($0.key) }
  }

  var namesBody: Bool {
    namesStrongBody || words.contains { Self.units.contains($0.key) }
  }

  /// Whether a body is named, and not only a part of one. "Police and crime" is what a commissioner
  /// or mayor sees to.
  var namesStrongBody: Bool {
    let keys = words.map(\.key)
    return keys.indices.contains { index in
      guard Self.bodies.contains(keys[index]) else { return false }
      let isDuty =
        keys[index] == "police" && keys.dropFirst(index + 1).starts(with: ["and", "crime"])
      return !isDuty
    }
  }

  private static let posts: Set = [
    "director", "chief", "commissioner", "manager", "head", "chair", "officer", "executive", "lead",
    "nurse", "doctor",
    "deputy", "assistant", "mayor", "ceo", "scrutineer", "constable", "leader", "commander",
    "superintendent", "direct",
    "member", "secretary", "principal", "accountable", "regional", "interim", "president",
  ]

  private static let bodies: Set = [
    "council", "service", "company", "ccg", "trust", "police", "constabulary", "board", "nhs",
    "lscb", "partnership",
    "authority", "borough", "cafcass", "icb", "icbs", "force", "team", "group", "crc", "nps",
    "probation", "county", "hospital",
    "ccgs", "hospitals", "commission", "lscp", "limited", "committee", "cic", "mopac", "opcc",
    "college", "academy", "nspcc", "hub", "university", "agency", "foundation", "office", "yot",
    "yos", "yjs",
  ]

  /// Parts of a body.
  private static let units: Set = ["division", "unit", "ldu", "branch", "region"]
}
