public import InspectionModel

/// A report goes into a register: the inspection's empty fields are filled, and passages that are
/// not there yet are added; those of which the register has a summary and a fingerprint get their
/// text.
///
/// Facts the register has are never overwritten; where they differ, a note says so. A passage that
/// reads otherwise now gets the new text, and what was coded in it is marked suspect. The same
/// report again changes nothing.
public struct ImportReport: Operation {
  private let report: ReportObservation

  public init(_ report: ReportObservation) { self.report = report }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    var building = ReportImport(report, register, by: author)
    return building.proposal()
  }
}

/// Several reports go into a register as one change, so that one step undoes it. One that the
/// register does not take stays out, and the rest go in.
public struct ImportReports: Operation {
  private let reports: [ReportObservation]

  public init(_ reports: [ReportObservation]) { self.reports = reports }

  public func proposal(for register: Register, by author: inout Author) -> Proposal {
    var (trial, parts) = (register, [Proposal]())
    for report in reports {
      do throws(Refusal) {
        let part = try ImportReport(report).proposal(for: trial, by: &author)
        try trial.make(part.change)
        parts.append(part)
      } catch {
        parts.append(Proposal(Change("", []), notes: [.refused(report.file, "\(error)")]))
      }
    }
    let words =
      parts.count == 1
      ? parts[0].change.summary : "reading \(counted(parts.count, "report"))"
    return Proposal(Change(words, parts.flatMap(\.change.edits).settled), parts: parts)
  }
}

/// A field of a record.
private struct FieldPlace: Hashable {
  let type: RecordType
  let key: String
  let field: Field
}

extension [Edit] {
  /// Without the fields that end as they began: two editions of one report say one thing and the
  /// other, and read again they would else change something every time.
  fileprivate var settled: [Edit] {
    var ends: [FieldPlace: (from: [String], to: [String])] = [:]
    for case .set(let type, let key, let field, let from, let to) in self {
      let place = FieldPlace(type: type, key: key, field: field)
      ends[place] = (ends[place]?.from ?? from, to)
    }
    return filter { edit in
      guard case .set(let type, let key, let field, _, _) = edit else { return true }
      guard let end = ends[FieldPlace(type: type, key: key, field: field)] else { return true }
      return !end.from.isSpelled(as: end.to)
    }
  }
}

extension Proposal {
  /// How many passages are new, how many got the text that the register lacked, and how many read
  /// otherwise than before.
  public var passages: (new: Int, filled: Int, changed: Int) {
    var counts = (new: 0, filled: 0, changed: 0)
    for edit in change.edits {
      switch edit {
      case .insert(.passage, _): counts.new += 1
      case .set(.passage, _, .text, from: [], _): counts.filled += 1
      case .set(.passage, _, .text, _, _): counts.changed += 1
      case .insert, .set, .setUnknown, .remove: break
      }
    }
    return counts
  }

  /// How many judgements are new.
  public var newJudgements: Int {
    change.edits.count { if case .insert(.judgement, _) = $0 { true } else { false } }
  }

  /// What an import does, in a few words: `38 new passages, 1 changed`.
  public var passageSummary: String {
    if change.edits.isEmpty { return "nothing new" }
    let counts = passages
    let filled = counts.filled == 0 ? "" : ", \(counts.filled) filled with their text"
    let judged = newJudgements == 0 ? "" : ", " + counted(newJudgements, "judgement")
    return counted(counts.new, "new passage") + judged + filled
      + (counts.changed == 0 ? "" : ", \(counts.changed) changed")
  }
}

extension Register {
  /// The same names, as if nothing had been inspected yet: what a report brings is then all of it.
  /// O(records).
  public var withoutInspections: Register {
    var register = self
    for type in RecordType.inspection.namedBy {
      let edits = rows(type).map { Edit.remove(type, self[$0].values) }
      // Records that something unknown refers to stay; they only make a letter look known.
      try? register.apply(Change("", edits))
    }
    return register
  }
}

extension RecordType {
  /// The types whose records name some of this type, or of one that does, and this one: each before
  /// those that it names.
  fileprivate var namedBy: [RecordType] {
    let namers = RecordType.allCases.filter { type in
      type != self && type.fields.contains { $0.target == self }
    }
    var types = [self]
    for namer in namers {
      let others = namer.namedBy
      types = others + types.filter { !others.contains($0) }
    }
    return types
  }
}
