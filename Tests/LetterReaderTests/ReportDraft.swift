import LetterReader

/// How a report is set: the ways in which reports of one framework differ, and pages part them.
struct ReportStyle {
  var width = 90
  var linesPerPage = 46
  var glyph = "\u{25FC}"
  /// The lines at the foot of each page but the first; `#` stands for the page's number.
  var footer: [String] = []
  var indent = 0
  /// Whether blank lines part items.
  var hasGaps = true
  /// A footnote: the word it hangs on, and its text.
  var footnote: (word: String, text: String)?
}

/// A report as blocks, which `text(in:)` sets as `pdftotext -layout` gives them.
struct ReportDraft {
  enum Block {
    /// Lines that stand as they are, with a gap before them.
    case lines([String])
    case heading(String)
    case paragraph(String)
    case bullet(String)
    case numbered(Int, String)
    /// A row of two cells; the left one is as wide as half of the right.
    case row(String, String)

    func isHeading(_ words: String) -> Bool {
      if case .heading(let heading) = self { heading == words } else { false }
    }
  }

  var blocks: [Block] = []

  func text(in style: ReportStyle) -> String {
    var setter = Setter(style: style)
    for block in blocks { setter.set(block) }
    setter.endPage()
    return setter.text
  }

  private struct Setter {
    let style: ReportStyle
    var text = ""
    private var lines: [String] = []
    private var page = 1
    private var hasNote = false
    private var noteLines: [String] = []

    init(style: ReportStyle) { self.style = style }

    mutating func set(_ block: Block) {
      switch block {
      case .lines(let lines):
        gap()
        for line in lines { add(line) }
      case .heading(let heading):
        gap(true)
        for line in wrapped(heading, style.width * 2 / 3) { add(line) }
        gap(true)
      case .paragraph(let text):
        gap(true)
        for line in wrapped(text, style.width) { add(line) }
      case .bullet(let text): item(style.glyph + " ", text)
      case .numbered(let number, let text):
        let label = "\(number)."
        item(label + String(repeating: " ", count: max(1, 7 - label.count)), text)
      case .row(let left, let right): row(left, right)
      }
    }

    private mutating func item(_ label: String, _ text: String) {
      gap()
      let margin = String(repeating: " ", count: label.count)
      for (index, line) in wrapped(text, style.width - label.count).enumerated() {
        add((index == 0 ? label : margin) + line)
      }
    }

    private mutating func row(_ left: String, _ right: String) {
      let column = style.width / 3
      let (lefts, rights) = (wrapped(left, column - 4), wrapped(right, style.width - column))
      for index in 0..<max(lefts.count, rights.count) {
        let cell = index < lefts.count ? lefts[index] : ""
        let space = String(repeating: " ", count: column - cell.count)
        add(cell + space + (index < rights.count ? rights[index] : ""))
      }
    }

    private func wrapped(_ text: String, _ width: Int) -> [String] {
      var lines = [""]
      for word in text.split(separator: " ") {
        if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + word.count + 1 > width {
          lines.append("")
        }
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }
      return lines
    }

    private mutating func gap(_ isNeeded: Bool = false) {
      guard style.hasGaps || isNeeded, !(lines.last?.isEmpty ?? true) else { return }
      lines.append("")
    }

    private mutating func add(_ line: String) {
      var line = line
      if let note = style.footnote, !hasNote, page > 1, let end = line.firstRange(of: note.word) {
        line.insert("1", at: end.upperBound)
        hasNote = true
        noteLines = ["", "1", "  " + note.text]
      }
      lines.append(String(repeating: " ", count: style.indent) + line)
      if lines.count + noteLines.count >= style.linesPerPage { endPage() }
    }

    mutating func endPage() {
      text += (lines + noteLines).map { $0 + "\n" }.joined()
      if page > 1 {
        text += "\n\n"
        for line in style.footer {
          text += line.replacing("#", with: String(page)) + "\n"
        }
      }
      text += "\u{C}"
      (lines, noteLines) = ([], [])
      page += 1
    }
  }
}

/// Parts that reports share.
enum ReportParts {
  static let lastPage = ReportDraft.Block.lines([
    "The Office for Standards in Education, Children\u{2019}s Services and Skills (Ofsted)",
    "regulates and inspects to achieve excellence in the care of children and young people.",
    "\u{A9} Crown copyright 2024",
  ])

  static let gradeTable = [
    " Judgement                                   Grade", "",
    " The impact of leaders on social work        Requires improvement",
    " practice with children and families         to be good", "",
    "                                             Inadequate",
    " The experiences and progress of",
    " children who need help and protection", "",
    " The experiences and progress of             Good", " children in care", "",
    " The experiences and progress of care        Outstanding", " leavers", "",
    " Overall effectiveness                       Requires improvement to be good",
  ]

  /// An area SEND report with these items.
  static func send(
    strengths: [String], improvements: [String], actions: [(String, String)], rows: [String],
    dates: String = "Inspection dates: 12 to 16 February 2024"
  ) -> ReportDraft {
    var blocks: [ReportDraft.Block] = [
      .lines(["Local area partnership report"]),
      .lines(["Area SEND inspection of Wexmoor Local Area", "Partnership"]),
      .lines([dates, "Dates of previous inspections: 28 February to 4 March 2019"]),
      .heading("Inspection outcome"),
      .paragraph(
        "There are widespread and/or systemic failings leading to significant concerns about the "
          + "experiences and outcomes of children, which the partnership must address urgently."),
      .paragraph(
        "A monitoring inspection will be carried out within approximately 18 months. The next full "
          + "reinspection will be within approximately three years."),
      .heading("Information about the local area partnership"),
      .paragraph(
        "Wexmoor Council and NHS Tarn, Vale and Wexmoor Integrated Care Board (ICB) are jointly "
          + "responsible for the planning and commissioning of services in Wexmoor."),
      .heading(
        "What is it like to be a child or young person with special educational needs and/or"
          + " disabilities (SEND) in this area?"),
      .paragraph("Many children wait. They do not know for how long."),
      .heading("What is the area partnership doing that is effective?"),
    ]
    blocks += strengths.map { .bullet($0) }
    blocks.append(.heading("What does the area partnership need to do better?"))
    blocks += improvements.map { .bullet($0) }
    if !actions.isEmpty {
      blocks += [
        .heading("Areas for priority action"),
        .row("Responsible body", "Areas for priority action"),
      ]
      blocks += actions.map { .row($0.0, $0.1) }
    }
    blocks += [.heading("Areas for improvement"), .lines(["Areas for improvement"])]
    blocks += rows.map { .lines([$0]) }
    blocks += [.heading("Local area partnership details"), lastPage]
    return ReportDraft(blocks: blocks)
  }

  /// A report of a council's services with these items.
  static func council(
    improvements: [String], findings: [String], others: [String], table: [String] = gradeTable
  ) -> ReportDraft {
    var blocks: [ReportDraft.Block] = [
      .lines(["Inspection of Wexmoor local authority", "children\u{2019}s services"]),
      .lines(["Inspection dates: 10 July to 21 July 2023"]),
      .lines(["Lead inspector: A. Nother, His Majesty\u{2019}s Inspector"]), .lines(table),
      .paragraph("Services have improved. Leaders know what is left to do."),
      .heading("What needs to improve?"),
    ]
    blocks += improvements.map { .bullet($0) }
    blocks.append(
      .heading("The experiences and progress of children who need help and protection: inadequate"))
    blocks += findings.enumerated().map { .numbered($0.offset + 1, $0.element) }
    blocks.append(.heading("The experiences and progress of children in care: good"))
    blocks += others.enumerated().map { .numbered($0.offset + 1 + findings.count, $0.element) }
    return ReportDraft(blocks: blocks + [lastPage])
  }
}

extension ReportParts {
  /// A report under the single inspection framework with these items.
  static func single(recommendations: [String], findings: [String], others: [String]) -> ReportDraft
  {
    var blocks: [ReportDraft.Block] = [
      .lines([
        "Wexmoor", "Inspection of services for children in need of help and protection, children",
        "looked after and care leavers",
        "Inspection date: 3 February 2015 \u{2013} 26 February 2015",
        "Report published: 30 April 2015",
      ]),
      .lines([
        "    Children\u{2019}s services in Wexmoor are inadequate", "",
        "    1. Children who need help and protection                 Inadequate", "",
        "    2. Children looked after and achieving",
        "                                                             Requires improvement",
        "       permanence", "",
        "           2.1 Adoption performance                          Good", "",
        "           2.2 Experiences and progress of care leavers      Outstanding", "",
        "    3. Leadership, management and governance                 Inadequate",
      ]),
      .heading("Executive summary"), .paragraph("Services are not good enough yet."),
      .heading("Recommendations"),
    ]
    blocks += recommendations.enumerated().map { .numbered($0.offset + 1, $0.element) }
    blocks.append(
      .lines([
        "The experiences and progress of children",
        "                                        Inadequate", "who need help and protection",
      ]))
    blocks.append(.heading("Inspection findings"))
    var number = recommendations.count
    for text in findings {
      number += 1
      blocks.append(.numbered(number, text))
    }
    blocks.append(
      .heading("The graded judgement for adoption performance is that it is good"))
    for text in others {
      number += 1
      blocks.append(.numbered(number, text))
    }
    return ReportDraft(blocks: blocks + [lastPage])
  }
}

extension ReportParts {
  /// A report of 2013 on services for looked after children with these items.
  static func lookedAfter(improvements: [String], findings: [String], others: [String])
    -> ReportDraft
  {
    var number = 0
    func numbered(_ texts: [String]) -> [ReportDraft.Block] {
      texts.map { text in
        number += 1
        return .numbered(number, text)
      }
    }
    let blocks: [ReportDraft.Block] =
      [
        .lines([
          "Inspection of looked after children", "services", "Wexmoor County Council", "",
          "Inspection dates:   15 \u{2013} 19 July 2013", "Reporting inspector A. Nother HMI",
          "Published:   23 August 2013",
        ]),
        .heading("Overall effectiveness of services for looked after children and young people"),
        .lines(["Grade 3 (Adequate)"]),
      ] + numbered(findings) + [
        .heading("Areas for improvement"), .heading("Immediately:"),
      ] + improvements.map { .bullet($0) } + [
        .heading("Leadership and management"), .lines(["Grade 2 (Good)"]),
      ] + numbered(others) + [
        .heading("Record of main findings"),
        .lines([
          " Overall effectiveness                          Adequate", "",
          " Outcomes for looked after children and         Good", " young people", "",
          " Leadership and management                      Good",
        ]),
      ]
    return ReportDraft(blocks: blocks)
  }

  /// A review of a safeguarding board alone with these items.
  static func board(recommendations: [String], findings: [String]) -> ReportDraft {
    let blocks: [ReportDraft.Block] =
      [
        .lines([
          "Wexmoor", "Review of the effectiveness of the Local Safeguarding Children Board",
          "Review date: 3 February 2015 \u{2013} 26 February 2015",
          "Report published: 30 April 2015",
        ]),
        .heading("The Local Safeguarding Children Board (LSCB)"),
        .heading("The Local Safeguarding Children Board is inadequate"),
        .heading("Recommendations"),
      ] + recommendations.enumerated().map { .numbered($0.offset + 1, $0.element) } + [
        .heading("Inspection findings \u{2013} the Local Safeguarding Children Board")
      ]
      + findings.enumerated().map {
        .numbered($0.offset + 1 + recommendations.count, $0.element)
      }
    return ReportDraft(blocks: blocks + [lastPage])
  }
}

extension Letter {
  /// The grades by aspect; a reason in brackets where there is none.
  var grades: [String] {
    judgements.map { judgement in
      let reason = "(\(judgement.reason?.rawValue ?? ""))"
      return "\(judgement.aspect.rawValue): \(judgement.grade?.rawValue ?? reason)"
    }
  }
}
