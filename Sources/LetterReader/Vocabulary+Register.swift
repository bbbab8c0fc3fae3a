public import InspectionModel

extension Vocabulary {
  /// The names a register knows: its areas, its themes and its agencies with their words.
  public init(_ register: Register) {
    self.init(
      areas: register.all(Area.self).map { area in
        KnownArea(
          id: area.key, name: area.name, aliases: area.aliases, code: area.gss, from: area.from,
          to: area.to)
      },
      themes: register.all(Theme.self).map { theme in
        KnownTerm(
          id: theme.key, name: theme.name, words: theme.words, weakWords: theme.weakWords,
          exceptions: theme.exceptions)
      },
      agencies: register.all(Agency.self).map { agency in
        KnownTerm(
          id: agency.key, name: agency.name, words: agency.words, weakWords: agency.weakWords,
          exceptions: agency.exceptions)
      })
  }
}
