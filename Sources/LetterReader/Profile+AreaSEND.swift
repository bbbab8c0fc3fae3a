import InspectionModel

extension Profile {
  /// Area SEND inspections of Ofsted and the CQC, from 2023: a box with the outcome, what it is
  /// like to be a child there, strengths, weaknesses, and tables of what must be done.
  static let areaSEND = Profile(
    framework: "area-send",
    name: "Area inspection for special educational needs and disabilities",
    titles: [
      Title(
        phrases: ["area send inspection of", "local area partnership"],
        others: ["local area partnership report", "the"]),
      Title(
        phrases: ["area send full inspection of", "local area partnership"],
        others: ["local area partnership report", "the"]),
      Title(
        phrases: ["area send inspection of"], others: ["local area partnership report", "the"]),
    ],
    inspectorates: [.ofsted, .cqc],
    front: .skipped(),
    sections: [
      .skipped("inspection outcome"),
      .prose("information about the local area partnership", as: .context),
      .prose(
        "what is it like to be a child or young person with", "what is it like to be a child",
        as: .experience, ending: .open),
      .list(
        "what is the area partnership doing that is effective",
        "what is the local area partnership doing that is effective", as: .strength),
      .list(
        "what does the area partnership need to do better",
        "what does the local area partnership need to do better", as: .improvement),
      SectionForm(
        openings: ["areas for priority action", "area for priority action"],
        kind: .priorityAction, shape: .actions, numbered: .priorityAction),
      SectionForm(
        openings: ["areas for improvement", "area for improvement"], kind: .areaForImprovement,
        shape: .rows, numbered: .areaForImprovement),
      SectionForm(
        openings: [
          "local area partnership details", "information about this inspection", "inspection team",
        ], kind: .other, shape: .end),
      .backMatter,
    ],
    labels: [], grading: .outcome,
    // The leaders of such a report are those of the partnership together.
    agencyWords: ["all-partners": ["leaders"]])
}
