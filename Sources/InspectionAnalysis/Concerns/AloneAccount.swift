import InspectionModel

extension Naming {
  /// How many passages name one agency only, as an account.
  static func account(_ scope: Scope, in register: Register) -> Account {
    let codings = Codings(scope, in: register)
    let naming = Naming(codings)
    let answer =
      naming.jointness.map {
        "\($0.whole - $0.part) of \($0.whole) passages that name an agency name one only."
      } ?? "No coded passage names an agency."
    return Account(
      title: "One agency alone", question: "How much of what is found is about one agency only?",
      answer: answer,
      blocks: [.grid(naming.byInspection(codings)), .grid(naming.byAgency(codings))]
        .filter { !$0.isEmpty },
      evidence: naming.one,
      method: [
        "A passage names the agencies of its contributions of direction + − or = and those they were made with; “all partners” are two or more, the safeguarding partnership is a body and none."
      ],
      gaps: codings.marks.contains { $0.mark == .notCoded }
        ? ["Passages that are not coded yet are left out."] : [])
  }

  private func byInspection(_ codings: Codings) -> Grid {
    let register = codings.register
    let alone = Dictionary(grouping: one) { register[$0].reference(.inspection) }
    let joint = Dictionary(grouping: several) { register[$0].reference(.inspection) }
    let lines = codings.read.compactMap { inspection -> Grid.Line? in
      let (one, several) = (alone[inspection.row] ?? [], joint[inspection.row] ?? [])
      guard !one.isEmpty || !several.isEmpty else { return nil }
      return Grid.Line(
        Grid.Heading(inspection.title), subject: inspection.row,
        [
          Figure(.count(one.count), basis: one), Figure(.count(several.count), basis: several),
          Figure(.share(one.count, of: one.count + several.count), basis: one),
        ])
    }
    return Grid(
      title: "By letter", corner: "inspection",
      columns: [
        Grid.Heading("one agency"), Grid.Heading("several"), Grid.Heading("share", style: .bar),
      ], lines: lines)
  }

  private func byAgency(_ codings: Codings) -> Grid {
    let register = codings.register
    let alone = Set(one)
    var named: [Int32: [Row]] = [:]
    for coding in codings.all
    where coding.isFinding && alone.contains(coding.passage)
      && named[coding.agency]?.last != coding.passage
    {
      named[coding.agency, default: []].append(coding.passage)
    }
    let lines = register.all(Agency.self).filter { !Agency.bodies.contains($0.key) }
      .compactMap { agency -> Grid.Line? in
        guard let passages = named[Int32(agency.row.number)] else { return nil }
        return Grid.Line(
          Grid.Heading(agency.name), subject: agency.row,
          [Figure(.count(passages.count), basis: passages)])
      }
    return Grid(
      title: "Which agency stands alone", corner: "agency",
      columns: [Grid.Heading("passages", style: .bar)], lines: lines)
  }
}
