import InspectionModel

extension Topic {
  public static let alone = Topic(
    "alone", title: "One agency alone", summary: "passages that name only one agency",
    takes: .filter
  ) { Naming.account($0.scope, in: $0.register) }
}

extension Naming {
  /// How many passages name one agency only, as an account.
  static func account(_ scope: Scope, in register: Register) -> Account {
    let codings = Codings(scope, in: register)
    let naming = Naming(codings)
    let answer =
      naming.jointness.map {
        "\($0.whole - $0.part) of \($0.whole) passages that name an agency name only one."
      } ?? "No coded passage names an agency."
    return Account(
      title: "One agency alone", question: "How much of what is found is about one agency only?",
      answer: answer,
      blocks: [.grid(naming.byInspection(codings)), .grid(naming.byAgency(codings))]
        .filter { !$0.isEmpty },
      evidence: naming.one,
      method: [
        "A passage names the agencies of its contributions of direction + − or = and those they "
          + "were made with; “all partners” counts as two or more, and the safeguarding "
          + "partnership as none, since it is a body."
      ],
      gaps: codings.marks.contains { $0.mark == .notCoded }
        ? ["Passages that are not coded yet are left out."] : [])
  }

  private func byInspection(_ codings: Codings) -> Grid {
    let register = codings.register
    let alone = Dictionary(grouping: one) { register[$0].reference(.inspection) }
    let joint = Dictionary(grouping: several) { register[$0].reference(.inspection) }
    let letters = codings.read.map { inspection in
      (
        inspection: inspection, one: alone[inspection.row] ?? [],
        several: joint[inspection.row] ?? []
      )
    }
    return Grid(
      title: "By letter", corner: "inspection",
      rows: letters.filter { !$0.one.isEmpty || !$0.several.isEmpty },
      named: \.inspection.title, subject: \.inspection.row,
      columns: [
        Grid.Column("one agency") { .count($0.one) },
        Grid.Column("several") { .count($0.several) },
        .bar("share") {
          Figure(.share($0.one.count, of: $0.one.count + $0.several.count), basis: $0.one)
        },
      ])
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
    let agencies = register.all(Agency.self).filter { !Agency.bodies.contains($0.key) }
      .compactMap { agency in
        named[Int32(agency.row.number)].map { (agency: agency, passages: $0) }
      }
    return Grid(
      title: "Which agency stands alone", corner: "agency", rows: agencies, named: \.agency.name,
      subject: \.agency.row, columns: [.bar("passages") { .count($0.passages) }])
  }
}
