/// A measure of how far coders agree.
public enum Statistic: Hashable, Sendable {
  /// The share of pairs of coders who say the same, averaged over units.
  case percent
  /// Cohen's kappa of the first two coders, plain or weighted.
  case cohen(Weights)
  /// Cohen's kappa over several codes at once.
  case pooledKappa
  /// Fleiss' kappa.
  case fleiss
  /// Krippendorff's alpha.
  case krippendorff(Level)
  /// Gwet's first agreement coefficient.
  case gwetAC1

  /// How a disagreement of two categories counts that stand further apart.
  public enum Weights: Hashable, Sendable {
    case plain
    case linear
    case quadratic
  }

  /// What the categories are: names, an order, or numbers at equal steps.
  public enum Level: Hashable, Sendable {
    case nominal
    case ordinal
    case interval
  }

  /// What it is called in a table; ``AgreementWords`` says what each means.
  public var name: String {
    switch self {
    case .percent: "percent"
    case .cohen(.plain): "Cohen's kappa"
    case .cohen(.linear): "kappa, linear"
    case .cohen(.quadratic): "kappa, quadratic"
    case .pooledKappa: "pooled kappa"
    case .fleiss: "Fleiss' kappa"
    case .krippendorff(.nominal): "alpha, nominal"
    case .krippendorff(.ordinal): "alpha, ordinal"
    case .krippendorff(.interval): "alpha, interval"
    case .gwetAC1: "Gwet's AC1"
    }
  }
}

/// A measure as it came out, with all that a reader needs to judge it.
public struct Coefficient: Hashable, Sendable {
  /// The number, or why there is none.
  public enum Value: Hashable, Sendable {
    case number(Double)
    case undefined(Reason)
  }

  /// Why a measure says nothing.
  public enum Reason: Hashable, Sendable {
    /// There is nothing to agree on by chance or otherwise: the formula divides by nought.
    case onlyOneCategory
    /// No unit has what two coders said.
    case noOverlap
    /// Fleiss' formula wants the same number of coders on each unit; alpha does not.
    case unequalCoders
  }

  public let statistic: Statistic
  public let value: Value
  /// The units it is made of: those on which at least two coders said something.
  public let n: Int
  /// The agreement that was seen, and the one expected by chance, from 0 to 1; of alpha, the
  /// disagreements.
  public let observed: Double?
  public let expected: Double?
  /// The share of each category among all that was said of those units.
  public let prevalence: [Double]
  /// Nil where the value is undefined, or is in most resamples.
  public let interval: Interval?

  public var number: Double? { if case .number(let number) = value { number } else { nil } }
}

extension Coefficient.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .onlyOneCategory: "undefined: only one category used"
    case .noOverlap: "no overlap"
    case .unequalCoders: "undefined: units have different numbers of coders; alpha takes them"
    }
  }
}
