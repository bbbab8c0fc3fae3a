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
    guard let date = inspection.date else { return "\(name) \(code)" }
    return "\(name) \(date.year) \(code)"
  }

  /// Its place in the letter: `s4`, the fourth strength; `s4b` for the second part of one that was
  /// split.
  public var code: String {
    guard let section, let index else { return key }
    let code = "\(section.code)\(index)"
    let key = record.register.keyBytes(row.type, row.number)
    let end = key[(key.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    guard end.count > code.utf8.count, end.starts(with: code.utf8) else { return code }
    let whole = String(decoding: end, as: UTF8.self)
    return whole.dropFirst(code.count).allSatisfy(\.isLetter) ? whole : code
  }
}

extension Contribution {
  /// What a person knows it by: `police - in jtai-liverpool-2016/s3`.
  public var title: String {
    "\(agency?.key ?? "") \(direction?.rawValue ?? "") in \(passage?.key ?? key)"
  }
}

extension Register {
  /// What people call a record: by the title of its type, else by its name or its key.
  public func title(of row: Row) -> String {
    if row.type == .passage { return view(row, as: Passage.self).title }
    if row.type == .inspection { return view(row, as: Inspection.self).title }
    if row.type == .judgement { return view(row, as: Judgement.self).title }
    if row.type == .contribution { return view(row, as: Contribution.self).title }
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
  public var title: String { "\(agency?.key ?? "") \(phase?.rawValue ?? "") \(range)" }
}
