/// Coefficients as rows of a plain table, for the screen and for reports.
public enum AgreementText {
  public static let note =
    "n is units; in brackets 95 % of resamples; p_o observed, p_e by chance (alpha: disagreements)"

  public static let header =
    "    " + pad("", 30) + pad("value", 8) + pad("95 % interval", 18) + pad("n", 6) + pad("p_o", 7)
    + pad("p_e", 7) + "prevalence"

  /// `Cohen's kappa   .667  [.512, .801]  203  .940  .820  .088`
  public static func row(_ coefficient: Coefficient) -> String {
    let name = pad(coefficient.statistic.name, 30)
    guard case .number(let number) = coefficient.value else {
      return name + pad("\(coefficient.value)", 48) + "n \(coefficient.n)"
    }
    let interval = coefficient.interval.map {
      "[\(Coefficient.text($0.low)), \(Coefficient.text($0.high))]"
    }
    func text(_ number: Double?) -> String { number.map(Coefficient.text) ?? "" }
    let prevalence =
      coefficient.prevalence.count == 2
      ? text(coefficient.prevalence[1])
      : coefficient.prevalence.map(Coefficient.text).joined(separator: " ")
    return name + pad(Coefficient.text(number), 8) + pad(interval ?? "", 18)
      + pad(String(coefficient.n), 6) + pad(text(coefficient.observed), 7)
      + pad(text(coefficient.expected), 7) + prevalence
  }

  private static func pad(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - text.count))
  }
}
