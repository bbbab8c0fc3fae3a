public import InspectionModel

/// How many passages and letters say one thing of two agencies.
///
/// Invariant: what is added comes letter by letter, and in a letter passage by passage, so that
/// each counts once with no record of it kept.
public struct LinkWeight: Sendable {
  public private(set) var passages = 0
  public private(set) var letters = 0
  private var lastPassage: Int32 = -1
  private var lastLetter: Int32 = -1

  /// Whether it counts: false where its passage has already.
  @discardableResult
  mutating func add(_ coding: Codings.Coding) -> Bool {
    guard coding.passageNumber != lastPassage else { return false }
    lastPassage = coding.passageNumber
    passages += 1
    if coding.inspectionNumber != lastLetter {
      lastLetter = coding.inspectionNumber
      letters += 1
    }
    return true
  }

  /// The letter that alone says it; nil where several do, or none.
  var soleLetter: Int32? { letters == 1 ? lastLetter : nil }

  /// Whether any letter says it, one of them left out.
  func isThere(_ left: Int32? = nil) -> Bool { letters > 1 || letters == 1 && lastLetter != left }
}

extension JointNetwork {
  /// What was recorded of two agencies: passages that credit it, that fault it, and all of them.
  public struct Link: Sendable {
    public private(set) var credited = LinkWeight()
    public private(set) var faulted = LinkWeight()
    public private(set) var any = LinkWeight()
    /// The passages, each once.
    public private(set) var basis: [Row] = []
    public var isAny: Bool { any.passages > 0 }

    var soleLetters: [Int32] {
      [credited.soleLetter, faulted.soleLetter, any.soleLetter].compactMap(\.self)
    }

    mutating func add(_ coding: Codings.Coding, keepsRow: Bool = true) {
      if any.add(coding), keepsRow { basis.append(coding.passage) }
      if coding.isStrength { credited.add(coding) }
      if coding.isShortfall { faulted.add(coding) }
    }
  }
}

/// Links between agencies by their row numbers.
struct LinkTable {
  private let agencies: Int
  private var links: [Int: JointNetwork.Link] = [:]
  private var pairs: [Int: JointNetwork.Link] = [:]
  private let keepsRows: Bool

  /// - Parameter keepsRows: whether the passages are asked for, not their numbers alone.
  init(agencies: Int, keepsRows: Bool) { (self.agencies, self.keepsRows) = (agencies, keepsRows) }

  mutating func add(_ coding: Codings.Coding, _ partner: Int) {
    let agency = Int(coding.agency)
    links[agency * agencies + partner, default: .init()].add(coding, keepsRow: keepsRows)
    pairs[code(agency, partner), default: .init()].add(coding, keepsRow: keepsRows)
  }

  func code(_ one: Int, _ other: Int) -> Int { min(one, other) * agencies + max(one, other) }

  func link(_ from: Int, _ to: Int) -> JointNetwork.Link {
    links[from * agencies + to] ?? .init()
  }
  func pair(_ one: Int, _ other: Int) -> JointNetwork.Link { pairs[code(one, other)] ?? .init() }
}

/// Counts links as contributions come, in the order of letters.
struct LinkCounts {
  private(set) var outside: LinkTable
  private(set) var all: LinkTable
  private(set) var kinds: [JointWorking?: JointNetwork.Link] = [:]
  private(set) var lists = JointNetwork.Link()
  private(set) var passages = LinkWeight()
  private(set) var letters: [JointNetwork.Letter] = []
  /// By row number of an agency, whether any link leads to or from it.
  private(set) var linked: [Bool]

  private let bodies: [Int]
  private let inScope: [Bool]
  private let scopes: [Row: Picture.Coverage]
  private var current = CurrentLetter()

  /// What of the letter that is being read.
  private struct CurrentLetter {
    var number: Int32 = -1
    /// By row number of an agency, whether it is in scope.
    var inScope: [Bool] = []
    var coverage: Picture.Coverage?
    var outside: Set<Int> = []
    var all: Set<Int> = []
    var basis: [Row] = []
    var lists: [Row] = []
  }

  init(_ picture: Picture) {
    let register = picture.codings.register
    let count = register.rowCount(.agency)
    outside = LinkTable(agencies: count, keepsRows: true)
    all = LinkTable(agencies: count, keepsRows: false)
    linked = [Bool](repeating: false, count: count)
    inScope = Self.marks(picture.inScope, count)
    bodies = Agency.bodies.compactMap { register.row(.agency, key: $0)?.number }
    scopes = Dictionary(picture.coverages.map { ($0.inspection.row, $0) }) { one, _ in one }
  }

  private static func marks(_ agencies: [Agency], _ count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for agency in agencies { marks[agency.row.number] = true }
    return marks
  }

  mutating func add(_ coding: Codings.Coding, _ codings: Codings) {
    if coding.inspectionNumber != current.number { begin(coding) }
    let agency = Int(coding.agency)
    guard !bodies.contains(agency) else { return }
    let partners = codings.partners(coding).filter { $0 != agency && !bodies.contains($0) }
    guard !partners.isEmpty else { return }
    let most = JointNetwork.listSize - 1
    let isList = partners.count >= most && Set(partners).count >= most
    for partner in partners { add(coding, partner, isList) }
    if isList {
      lists.add(coding)
      if current.lists.last != coding.passage { current.lists.append(coding.passage) }
      return
    }
    let manners = codings.manners(coding)
    for kind in manners.isEmpty ? [nil] : manners.map(Optional.some) {
      kinds[kind, default: .init()].add(coding)
    }
  }

  private mutating func add(_ coding: Codings.Coding, _ partner: Int, _ isList: Bool) {
    let agency = Int(coding.agency)
    (linked[agency], linked[partner]) = (true, true)
    all.add(coding, partner)
    if !isList {
      outside.add(coding, partner)
      if inScope[agency], inScope[partner] { passages.add(coding) }
    }
    guard coding.isStrength, current.inScope[agency], current.inScope[partner] else { return }
    let pair = outside.code(agency, partner)
    current.all.insert(pair)
    guard !isList else { return }
    current.outside.insert(pair)
    if current.basis.last != coding.passage { current.basis.append(coding.passage) }
  }

  private mutating func begin(_ coding: Codings.Coding) {
    endLetter()
    let coverage = scopes[coding.inspection]
    current.number = coding.inspectionNumber
    current.coverage = coverage
    current.inScope = Self.marks(coverage?.inScope ?? [], linked.count)
  }

  /// Takes stock of the letter that is being read.
  mutating func endLetter() {
    defer { current = CurrentLetter() }
    guard let coverage = current.coverage else { return }
    let n = coverage.inScope.count
    let pairs = n * (n - 1) / 2
    letters.append(
      JointNetwork.Letter(
        inspection: coverage.inspection,
        outsideLists: Picture.Share(part: current.outside.count, whole: pairs),
        withLists: Picture.Share(part: current.all.count, whole: pairs), basis: current.basis,
        lists: current.lists))
  }
}
