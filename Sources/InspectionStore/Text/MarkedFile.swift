import InspectionModel
import RecText

/// A register's file in which git left conflicts: both versions in one register, and the file's own
/// lines for what is said of it.
struct MarkedFile: Sendable {
  /// The file as it stands, marks and all.
  let document: RecDocument
  let sides: GitConflicts

  /// Nil where git left nothing, or marks that do not pair.
  init?(_ document: RecDocument) {
    // A short mark is told as what is not rec where its conflict is longer than a piece of the
    // file.
    guard document.problems.contains(where: { $0.kind == .gitConflict || $0.kind == .notRec }),
      let sides = GitConflicts(document.bytes)
    else { return nil }
    (self.document, self.sides) = (document, sides)
  }

  /// Both versions as one register, with every line of theirs that no record says below ours.
  ///
  /// Where they cannot be one, or such a line would have no place, the file is shown as it stands,
  /// and its text takes no change: one might make them one after all, and the file would be another
  /// than the screen.
  func joined() -> ReadRegister {
    let theirs = RegisterReader.readAsItStands(RecBytes(sides.theirs))
    let base = sides.base.flatMap(Self.common)
    guard let joined = joining(theirs, base).joined() else { return unjoined }
    let lines = LinesOutsideRegister(theirs.text)
    let former = base.map { LinesOutsideRegister($0.text) }
    let missing = lines.missing(in: LinesOutsideRegister(joined.print.text), since: former)
    if missing.isEmpty { return read(joined, theirs) }
    let isDescribing = missing.contains {
      $0.fieldName != nil && $0.record.map(theirs.text.document.isDescriptor) ?? false
    }
    guard !isDescribing, let both = keeping(missing),
      let again = both.joining(theirs, base).joined(),
      again.read.register.holdsTheSame(as: joined.read.register),
      lines.missing(in: LinesOutsideRegister(again.print.text), since: former).isEmpty
    else { return unjoined }
    return both.read(again, theirs)
  }

  /// What both once were; nil where that is itself two versions that git made one of, so that
  /// nobody knows.
  private static func common(_ bytes: [UInt8]) -> ReadRegister? {
    let base = RegisterReader.readAsItStands(RecBytes(bytes))
    return MarkedFile(base.text.document) == nil ? base : nil
  }

  private func joining(_ theirs: ReadRegister, _ base: ReadRegister?) -> Joining {
    Joining(
      ours: RegisterReader.readAsItStands(RecBytes(sides.ours), in: self), theirs: theirs,
      base: base?.register, note: "git: \(sides.theirName)")
  }

  private func read(_ joined: Joining.Joined, _ theirs: ReadRegister) -> ReadRegister {
    var read = joined.read
    read.readingProblems.others += problems(in: joined, theirs)
    return read
  }

  /// The same file, with these lines of theirs also in our version.
  private func keeping(_ lines: [RecLines]) -> MarkedFile? {
    let starts = lines.flatMap { [$0.range.lowerBound, $0.blankAbove].compactMap(\.self) }
    let places = starts.map { sides.fileOffset(of: $0, in: .theirs) }
    return GitConflicts(document.bytes, keeping: Set(places)).map {
      MarkedFile(document: document, sides: $0)
    }
  }

  private init(document: RecDocument, sides: GitConflicts) {
    (self.document, self.sides) = (document, sides)
  }

  /// What theirs brings that does not fit, each where its record stands in the file.
  private func problems(in joined: Joining.Joined, _ theirs: ReadRegister) -> [Told] {
    let diagnostics = Diagnostics(text: joined.read.text, marked: self)
    return joined.print.readingProblems.all.compactMap { found in
      let (sentence, row) = found.say()
      guard let type = row?.type, let key = row.map({ joined.print.register[$0].key }),
        joined.change.edits.contains(where: { $0.type == type && $0.key == key }),
        let record = theirs.register.row(type, key: key).flatMap(theirs.text.place),
        let start = theirs.text.document.record(record)?.fileOffset
      else { return nil }
      return diagnostics.told(
        found.severity, inFile: sides.fileOffset(of: start, in: .theirs), sentence,
        joined.read.register.row(type, key: key))
    }
  }

  private var unjoined: ReadRegister {
    var read = RegisterReader.readAsItStands(document.bytes)
    read.text.refusesChanges = true
    return read
  }

  /// Where a byte of our side stands in the file.
  func offset(_ ours: Int) -> Int { sides.fileOffset(of: ours, in: .ours) }

  /// The first conflict that ends behind a place of our side: what is chosen about the record
  /// there.
  func conflict(near ours: Int) -> Int {
    let place = offset(ours)
    return (sides.ranges.first { $0.upperBound > place } ?? sides.ranges[0]).lowerBound
  }
}
