/// Something that each field allows and that does not go together.
public struct Inconsistency: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The day of the field is before that of another that must come first.
    case before(Field)
    /// The inspection starts on the day its letter was published, as tables do that lack the real
    /// day.
    case startsWhenPublished
    /// The inspection has a grade, and under its framework none is given.
    case gradeless(framework: String)
    /// The inspection has another grade than its overall judgement.
    case otherGrade(judgement: String)
    /// Under the framework the aspect was not graded in inspections of that day.
    case notGradedThen(framework: String)
    /// The framework was not in force on the day.
    case notInForce(framework: String)
    /// The record has a key of no letters at all, so that nothing can name it.
    case keyless
    /// The key is another in case, blanks, letters that look the same or leading noughts only: see
    /// ``LookAlike``.
    case looksLike(key: String)
    /// Another agency or criterion has the same letter or digit in the code line.
    case sameCode(key: String)
    /// The letter has a meaning of its own in the code line.
    case takenLetter
    /// The text is not of the shape that its field has.
    case misshapen(value: String, FieldShape)
    /// An agency is said to have acted together with itself.
    case withItself
    /// Two versions of a record stand, of which nobody has chosen one yet.
    case undecided(about: Row?)
    /// The passage has neither the letter's text nor a summary of it.
    case wordless
    /// The concern stands as it does without a day, an author or evidence.
    case unproven
    /// The estimate is about nothing or several things, or its range is not low ≤ mid ≤ high; the
    /// judgement has a grade off its scale, or both grade and reason. The sentence says which.
    case unsound(String)
    /// The pause point is decided without a day or a reason.
    case unreasoned
    /// The inspection it was decided on is none that its rule takes now.
    case unfitMember(key: String)
  }

  public let kind: Kind
  public let row: Row
  /// The field to look at.
  public let field: Field
}
