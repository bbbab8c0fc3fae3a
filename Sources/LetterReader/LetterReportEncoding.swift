extension LetterReport {
  private enum CodingKeys: CodingKey {
    case file, isJTAI, area, areaCode, framework, theme, themeWords, fieldwork, published,
      inspectorates
    case statementDue, statementBy, addressees, sections, passages, problems
  }

  /// Writes every key, those without a value as null, so that a reader need not ask which there are.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(file, forKey: .file)
    try object.encode(isJTAI, forKey: .isJTAI)
    try object.encode(area, forKey: .area)
    try object.encode(areaCode, forKey: .areaCode)
    try object.encode(framework, forKey: .framework)
    try object.encode(theme, forKey: .theme)
    try object.encode(themeWords, forKey: .themeWords)
    try object.encode(fieldwork, forKey: .fieldwork)
    try object.encode(published, forKey: .published)
    try object.encode(inspectorates, forKey: .inspectorates)
    try object.encode(statementDue, forKey: .statementDue)
    try object.encode(statementBy, forKey: .statementBy)
    try object.encode(addressees, forKey: .addressees)
    try object.encode(sections, forKey: .sections)
    try object.encode(passages, forKey: .passages)
    try object.encode(problems, forKey: .problems)
  }
}

extension LetterReport.Fieldwork {
  private enum CodingKeys: CodingKey { case from, to }

  /// Writes both days, null for one that is not known.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(from, forKey: .from)
    try object.encode(to, forKey: .to)
  }
}
