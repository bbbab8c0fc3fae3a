import InspectionModel

extension Profile {
  /// Inspections of local authority children's services, from 2018 on. The reports do not say
  /// whether one is short: the days on site do.
  static let ilacs = Profile(
    framework: "ilacs", name: "Inspection of local authority children’s services",
    titles: [
      Title(phrases: ["inspection of local authority children services"]),
      Title(phrases: ["inspection of children social care services"]),
      Title(phrases: ["inspection of", "local authority children services"]),
      Title(phrases: ["inspection of", "children social care services"]),
      Title(phrases: ["inspection of", "children services"]),
    ],
    inspectorates: [.ofsted],
    front: .prose(as: .headline),
    sections: [
      SectionForm(
        openings: ["what needs to improve"], kind: .improvement, numbered: .finding,
        bullets: .improvement, paragraphs: .improvement, isList: true),
      .judgement, .summary,
      .backMatter,
    ],
    labels: [
      Label(words: "the impact of leaders", aspect: .leaders),
      Label(
        words: "the experiences and progress of children who need help and protection",
        aspect: .helpAndProtection),
      Label(
        words: "the experiences and progress of children in care and care leavers",
        aspect: .inCareAndCareLeavers),
      Label(words: "the experiences and progress of children in care", aspect: .inCare),
      Label(words: "the experiences and progress of care leavers", aspect: .careLeavers),
      Label(words: "overall effectiveness", aspect: .overall),
    ], grading: .table, weakWords: councilWorkers)

  /// The single inspection framework of 2013 to 2017, with the review of the safeguarding board.
  static let sif = Profile(
    framework: "sif",
    name: "Inspection of services for children in need of help and protection",
    titles: [
      "inspection of services for children in need of help and protection",
      "reinspection of services for children in need of help and protection",
    ].map { Title(phrases: [$0], others: councilWords) },
    inspectorates: [.ofsted], front: .skipped(as: .headline), sections: councilSections,
    labels: councilLabels, grading: .table, weakWords: councilWorkers)

  /// Reviews of a local safeguarding children board alone.
  static let lscbReview = Profile(
    framework: "lscb-review", name: "Review of the local safeguarding children board",
    titles: [
      Title(
        phrases: ["review of the effectiveness of the local safeguarding children board"],
        others: ["in", "lscb", "the"])
    ],
    inspectorates: [.ofsted], front: .skipped(as: .headline), sections: councilSections,
    labels: councilLabels, grading: .table, weakWords: councilWorkers)

  /// Inspections of services for looked after children, 2013.
  static let tlac = Profile(
    framework: "tlac", name: "Inspection of looked after children services",
    titles: [
      Title(phrases: ["inspection of looked after children services"]),
      Title(phrases: ["inspection of services for looked after children"]),
    ],
    inspectorates: [.ofsted], front: .skipped(as: .headline),
    sections: [
      .findings(
        "about this inspection", "the inspection judgements and what they mean", as: .other),
      .findings("service information", as: .context),
      .findings("areas for improvement", as: .improvement, bullets: .improvement),
      .findings(
        "immediately", "within three months", "within six months", "within twelve months",
        "within 12 months", "within six weeks", as: .improvement, bullets: .improvement, level: 2),
      .findings(
        "capacity to improve", "capacity for improvement", "quality of provision",
        "leadership and management", "safeguarding", as: .finding),
      .findings(
        "overall effectiveness of services for looked after children",
        "outcomes for looked after children", "overall effectiveness", as: .finding, ending: .open),
      .skipped("contents"),
      SectionForm(openings: ["record of main findings"], kind: .other, shape: .end),
      .backMatter,
    ],
    labels: [
      Label(words: "overall effectiveness", aspect: .overall),
      Label(words: "leadership and management", aspect: .leaders),
      Label(words: "capacity to improve", aspect: nil),
      Label(words: "outcomes for looked after children", aspect: nil),
      Label(words: "quality of provision", aspect: nil),
    ], grading: .table, weakWords: councilWorkers,
    tableHeading: "record of main findings")

  /// What else a title under the single inspection framework says.
  private static let councilWords = [
    "children looked after and care leavers", "children looked after and those leaving care",
    "review of the effectiveness of the local safeguarding children board", "re", "lscb", "and",
  ]

  /// Who acts in a report on a council's services for children where nobody is named.
  private static let councilWorkers = [
    "social-care": [
      "early help", "manager*", "supervision", "worker*", "practitioner*", "leader*", "staff",
      "return home interview*", "personal adviser*", "assessment*",
    ]
  ]

  /// The sections of reports under the single inspection framework.
  private static let councilSections: [SectionForm] = [
    .skipped("contents"), .judgement, .summary,
    .prose("executive summary", "summary of key findings", as: .headline),
    .because, .areasForImprovement,
    .list(
      "the local authority has the following strengths",
      "this local authority has the following strengths", "the lscb has the following strengths",
      as: .strength, ending: .open),
    SectionForm(
      openings: ["recommendations", "recommendation"], kind: .recommendation,
      numbered: .recommendation, bullets: .recommendation, paragraphs: .recommendation, isList: true
    ),
    SectionForm(
      openings: ["priority and immediate action", "areas for priority action", "priority action"],
      kind: .priorityAction, numbered: .recommendation, bullets: .priorityAction,
      paragraphs: .priorityAction, isList: true),
    .findings("inspection findings", as: .finding, bullets: .finding, ending: .open, level: 2),
    .findings("key strengths and weaknesses", as: .finding, bullets: .finding, ending: .open),
    .findings(
      "section 1", "section 2", "section 3", "inspection judgements about", as: .other,
      bullets: .finding, ending: .open),
    .findings(
      "the local safeguarding children board", "the local safeguarding children board lscb",
      "the effectiveness of the local safeguarding children board",
      "the effectiveness of the local safeguarding children board lscb", as: .other,
      bullets: .finding),
    .skipped("the local authority", "summary for children and young people"),
    .prose(
      "information about the local authority area", "information about this local authority area",
      "information about the local authority", as: .context),
    .prose(
      "previous ofsted inspections", "other ofsted inspections", "local leadership",
      "children living in this area", "child protection in this area",
      "children looked after in this area", "other information about this area", as: .context,
      level: 2),
    .skipped(
      "what the inspection judgements mean", "what the inspection judgments mean", ending: .open),
    .skipped(
      "information about this inspection", "the inspection team", "about this inspection"),
    .backMatter,
  ]

  private static let councilLabels: [Label] = [
    Label(
      words: "the experiences and progress of children who need help and protection",
      aspect: .helpAndProtection),
    Label(words: "children who need help and protection", aspect: .helpAndProtection),
    Label(
      words: "the experiences and progress of children looked after and achieving permanence",
      aspect: .inCare),
    Label(words: "children looked after and achieving permanence", aspect: .inCare),
    Label(words: "adoption performance", aspect: .adoption),
    Label(words: "experiences and progress of care leavers", aspect: .careLeavers),
    Label(words: "experience and progress of care leavers", aspect: .careLeavers),
    Label(words: "leadership management and governance", aspect: .leaders),
    Label(words: "leadership governance and management", aspect: .leaders),
    Label(words: "effectiveness of the local safeguarding children board", aspect: .lscb),
    Label(words: "local safeguarding children board", aspect: .lscb),
    Label(words: "effectiveness of the lscb", aspect: .lscb),
  ]
}

extension SectionForm {
  /// The findings on what a grade is given for; the heading carries it.
  fileprivate static let judgement = SectionForm(
    ending: .graded, kind: .finding, numbered: .finding, bullets: .finding, paragraphs: .headline)

  /// What stands above the numbered findings in a box.
  fileprivate static let summary = SectionForm(
    openings: ["summary"], level: 2, kind: .headline, numbered: .finding, bullets: .finding,
    paragraphs: .headline)

  /// Why a grade was given, in bullets: what the lead-in says makes them strengths or not.
  fileprivate static let because = SectionForm(
    openings: ["this local authority", "the local authority", "this authority", "this lscb"],
    ending: .because, level: 2, kind: .headline, numbered: .finding, bullets: .strength,
    isList: true)

  fileprivate static let areasForImprovement = SectionForm(
    openings: [
      "areas for improvement", "what does the local authority need to improve",
      "what does the lscb need to improve", "areas for further improvement",
    ], kind: .improvement, numbered: .recommendation, bullets: .improvement,
    paragraphs: .improvement, isList: true)

  /// Numbered paragraphs, and bullets where a framework has them instead.
  fileprivate static func findings(
    _ openings: String..., as kind: SectionKind, bullets: SectionKind? = nil,
    ending: Ending = .whole, level: Int = 1
  ) -> SectionForm {
    SectionForm(
      openings: openings, ending: ending, level: level, kind: kind, numbered: .finding,
      bullets: bullets)
  }
}
