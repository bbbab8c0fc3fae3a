import Seeded

/// Sentences as letters have them, put together from a seed. None is of a real letter, and none
/// names a real body.
struct Sentences {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func number(below count: Int) -> Int { Int(random.next() % UInt64(count)) }

  mutating func one<Element>(of all: [Element]) -> Element { all[number(below: all.count)] }

  /// True once in so many times.
  mutating func once(in count: Int) -> Bool { number(below: count) == 0 }

  /// A finding of one to three clauses.
  mutating func finding() -> String {
    var text = clause()
    for _ in 0..<number(below: 3) { text += ", " + one(of: Self.joints) + " " + clause() }
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// A coder's remark.
  mutating func remark() -> String {
    one(of: Self.remarks) + " " + one(of: Self.objects) + "; " + one(of: Self.checks) + " "
      + one(of: Self.places)
  }

  private mutating func clause() -> String {
    "\(one(of: Self.subjects)) \(one(of: Self.verbs)) \(one(of: Self.objects)) "
      + "\(one(of: Self.places))"
  }

  private static let subjects = [
    "police officers", "social workers", "school nurses", "leaders", "health visitors",
    "youth justice workers", "probation practitioners", "managers in the front door",
    "frontline staff", "the partnership’s executive", "designated safeguarding leads in schools",
    "staff in the emergency department", "independent reviewing officers", "partners",
    "practitioners across agencies", "the multi-agency hub", "mental health practitioners",
    "early help workers", "the council’s legal team", "domestic abuse advisers",
  ]
  private static let verbs = [
    "share", "do not always record", "understand well", "act quickly on", "rarely challenge",
    "seldom receive", "make good use of", "do not consistently follow up", "contribute fully to",
    "are still developing", "monitor closely", "have too little oversight of", "respond to",
    "do not yet measure", "plan together for", "missed", "helpfully shape", "delay",
  ]
  private static let objects = [
    "information about risk", "strategy discussions", "the voice of the child",
    "return home interviews", "plans for children who go missing", "referrals to the front door",
    "assessments of neglect", "records of supervision", "the needs of unborn babies",
    "intelligence on exploitation", "medical examinations", "the work with families",
    "thresholds for help", "contextual risks", "training on sexual abuse",
    "visits to children at home", "decisions made in conference",
    "children’s daily lived experience",
  ]
  private static let places = [
    "at the front door", "in most cases", "across the area", "in a small number of cases",
    "when a child moves", "before decisions are made", "in the evenings and at weekends",
    "over time", "in the hub", "at a strategic level", "for children with disabilities",
    "in schools and colleges", "during the first days", "since the last inspection",
    "between adult and children’s services", "when families do not engage",
  ]
  private static let joints = ["and", "but", "so that", "although", "because", "while"]
  private static let remarks = [
    "too broad for", "clear on", "read with the next on", "weak on", "agreed after talk on",
    "see the letter on", "narrower than before on", "joint reading of",
  ]
  private static let checks = [
    "second reader agreed", "compare the table", "not counted twice", "from the second bullet",
    "criterion doubtful", "asked the lead", "same as the year before", "only implied",
  ]
}
