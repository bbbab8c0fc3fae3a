public import InspectionModel

/// An account that can be asked for: a screen and a report. All that is said of it is said in its
/// declaration, which stands with its analysis; ``all`` lists it, and nothing else needs to know
/// it:
///
///     extension Topic {
///       /// How many areas there are.
///       static let areas = Topic("areas", title: "Areas", summary: "how many there are") {
///         input in
///         Account(
///           title: "Areas", question: "How many are there?",
///           answer: "\(input.register.count(.area)) areas.")
///       }
///     }
///
/// A key that leads to it is one line in the table of actions.
public struct Topic: Sendable {
  /// What it is asked for by: on the command line, in a concern, where screens are remembered.
  public let name: String
  /// What it is called on screen.
  public let title: String
  /// What it answers, in a line.
  public let summary: String
  /// What can be asked of it beyond all there is.
  public let takes: Takes
  /// Whether it is of whole areas, with all their inspections, wherever it is asked for.
  public let isOfWholeAreas: Bool
  /// Whether its key is that of an area, of which all is told on one page.
  public let isOfOneArea: Bool
  /// Whether it draws many resamples: too much for one frame even where there are few records.
  public let isResampled: Bool
  let make: @Sendable (Input) -> Account
  /// What of it is there soon, where all of it takes long in a large register: the first figures,
  /// which are those of the whole. Nil where all is there soon.
  let makeFirst: (@Sendable (Input) -> Account)?

  public init(
    _ name: String, title: String, summary: String, takes: Takes = [],
    isOfWholeAreas: Bool = false, isOfOneArea: Bool = false, isResampled: Bool = false,
    first: (@Sendable (Input) -> Account)? = nil,
    make: @escaping @Sendable (Input) -> Account
  ) {
    makeFirst = first
    (self.name, self.title, self.summary, self.takes) = (name, title, summary, takes)
    (self.isOfWholeAreas, self.isOfOneArea) = (isOfWholeAreas, isOfOneArea)
    (self.isResampled, self.make) = (isResampled, make)
  }

  public struct Takes: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// It can be narrowed; see ``Scope``.
    public static let filter = Takes(rawValue: 1)
    /// It can be about one of several records, by its key.
    public static let key = Takes(rawValue: 2)
    /// It depends on the day as of which it is asked.
    public static let day = Takes(rawValue: 4)
    /// It can be narrowed to two things to be set side by side: `theme:neglect vs theme:abuse`.
    public static let two = Takes(rawValue: 8)
    /// It can be asked as read and as coded: `reading:machine`.
    public static let reading = Takes(rawValue: 16)
  }

  /// What an account is made of.
  public struct Input: Sendable {
    /// What its reader may see.
    public let register: Register
    /// All there is: how far passes agree is the same for everybody, whatever they may see. Only
    /// figures are made of it.
    public let whole: Register
    /// What a passage is called in which its reader may see no code.
    var uncoded: Uncoded {
      whole.count(.contribution) == register.count(.contribution) ? .notYet : .notSeen
    }
    public let scope: Scope
    /// What that is to be set beside; nil for all that it leaves, and where one thing is asked.
    var other: Scope?
    /// The key of the record it is about, if it is about one.
    public let key: String?
    /// The day as of which it is asked.
    public let day: Day
    /// All that could be asked for as well.
    public let topics: [Topic]

    /// What another account answers on the same day, of all that its reader may see.
    func answer(to request: AccountRequest) -> String {
      // Nothing can be wrong with an empty filter.
      (try? request.account(in: register, on: day, whole: whole, among: topics).answer) ?? ""
    }
  }
}

/// Topics are told apart by their names.
extension Topic: Hashable {
  public static func == (a: Topic, b: Topic) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
