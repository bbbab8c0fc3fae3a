extension Inspection {
  /// As people call it: `Liverpool 2016` and, where it is no joint one, `Liverpool SIF 2014`.
  public var title: String {
    let name = area?.name ?? key
    let framework = isJoint ? nil : framework?.shortName
    return [name, framework, date.map { String($0.year) }].compactMap(\.self)
      .joined(separator: " ")
  }
}

extension Passage {
  /// The letter it is of and its place there: `Liverpool 2016 s4`.
  public var title: String {
    guard let inspection else { return key }
    let name = inspection.area?.name ?? inspection.key
    return [name, inspection.date.map { String($0.year) }, code].compactMap(\.self)
      .joined(separator: " ")
  }

  /// Its place in the letter: `s4`, the fourth strength; `s4b` for the second part of one that was split.
  public var code: String {
    guard let section, let index else { return key }
    let code = "\(section.code)\(index)"
    guard let last = key.split(separator: "/").last, last.hasPrefix(code) else { return code }
    return last.dropFirst(code.count).allSatisfy(\.isLetter) ? String(last) : code
  }
}
