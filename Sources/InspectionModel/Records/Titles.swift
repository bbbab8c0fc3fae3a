extension Inspection {
  /// As people call it: `Liverpool 2016` and, where it is no joint one, `Liverpool SIF 2014`.
  public var title: String {
    let name = area?.name ?? key
    let framework = isJoint ? nil : framework?.shortName
    return [name, framework, date.map { String($0.year) }].compactMap(\.self)
      .joined(separator: " ")
  }
}

extension Judgement {
  /// What people call it: `Croydon SIF 2017 care leavers`.
  public var title: String {
    [inspection?.title, aspect?.name].compactMap(\.self).joined(separator: " ")
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

  /// Its place in the letter: `s4`, the fourth strength; `s4b` for the second part of one that was
  /// split.
  public var code: String {
    guard let section, let index else { return key }
    let code = "\(section.code)\(index)"
    let key = key
    let last = key.utf8.lastIndex(of: UInt8(ascii: "/")).map { key[key.utf8.index(after: $0)...] }
    let end = last ?? key[...]
    guard end.utf8.starts(with: code.utf8) else { return code }
    if end.utf8.count == code.utf8.count { return code }
    return end.dropFirst(code.count).allSatisfy(\.isLetter) ? String(end) : code
  }
}

extension Contribution {
  /// What a person knows it by: `police - in jtai-liverpool-2016/s3`.
  public var words: String {
    "\(agency?.key ?? "") \(direction?.rawValue ?? "") in \(passage?.key ?? key)"
  }
}

extension Register {
  /// What people call a record: by the title of its type, else by its name or its key.
  public func title(of row: Row) -> String {
    if row.type == .passage { return view(row, as: Passage.self).title }
    if row.type == .inspection { return view(row, as: Inspection.self).title }
    if row.type == .judgement { return view(row, as: Judgement.self).title }
    if row.type == .contribution { return view(row, as: Contribution.self).words }
    return self[row].text(.name) ?? self[row].key
  }
}

extension Memo {
  /// What it is about, as people call it.
  public var subjectTitle: String { subject.map(record.register.title) ?? "" }
}

extension Estimate {
  /// What it is of, as people call it.
  public var subjectTitle: String {
    guard let subject else { return "" }
    let register = record.register
    if subject.type == .framework {
      return "each " + register.view(subject, as: Framework.self).shortName
    }
    let title = register.title(of: subject)
    return subject.type == .scenario ? "“\(title)”" : title
  }

  /// `2 to 8, mid 4`, as it was entered.
  public var range: String {
    func text(_ field: Field) -> String { record.text(field) ?? "–" }
    return "\(text(.low)) to \(text(.high)), mid \(text(.mid))"
  }

  /// What a person knows it by: `police on-site 2 to 8, mid 4`.
  public var words: String { "\(agency?.key ?? "") \(phase?.rawValue ?? "") \(range)" }
}
