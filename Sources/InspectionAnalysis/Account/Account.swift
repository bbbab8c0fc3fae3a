public import InspectionModel

/// What an analysis has to say, made once for the screen and for every format of a report: the
/// question first, the answer in a sentence, the figures with what each stands on, the evidence,
/// how it was worked out and what is missing.
public struct Account: Hashable, Sendable {
  /// What it is about: `Picture of the first six`.
  public var title: String
  public var question: String
  /// One sentence. Where there is nothing to answer from, it says so.
  public var answer: String
  /// How much evidence is behind the figures, in a sentence; empty where they are counts of records
  /// alone.
  public var behind: String
  public var blocks: [Block]
  /// The records it all stands on, each once, in the order in which they are to be listed.
  public var evidence: [Row]
  /// How the figures were worked out, a sentence each, with the source of each formula.
  public var method: [String]
  /// What is not known, and what is hidden for now; a sentence each.
  public var gaps: [String]
  /// The record at whose figure one begins to read; the first figure where nil.
  public var start: Row?

  public init(
    title: String, question: String, answer: String, behind: String = "", blocks: [Block] = [],
    evidence: [Row] = [], method: [String] = [], gaps: [String] = [], start: Row? = nil
  ) {
    self.start = start
    (self.title, self.question, self.answer) = (title, question, answer)
    self.behind = behind
    (self.blocks, self.evidence) = (blocks, evidence)
    (self.method, self.gaps) = (method, gaps)
  }

  /// One part of an account, under a heading of its own.
  public enum Block: Hashable, Sendable {
    case grid(Grid)
    case timeline(Timeline)
    case chart(Chart)
    /// Sentences.
    case sentences(title: String, [String])
  }
}

extension Account.Block {
  /// Whether there is nothing in it to show.
  var isEmpty: Bool {
    switch self {
    case .grid(let grid): grid.lines.isEmpty
    case .timeline(let timeline): timeline.lanes.isEmpty
    case .chart(let chart): chart.series.isEmpty || chart.labels.isEmpty
    case .sentences(_, let sentences): sentences.isEmpty
    }
  }
}
