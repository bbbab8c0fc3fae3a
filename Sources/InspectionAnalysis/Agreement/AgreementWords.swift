/// What the figures of agreement mean, in a sentence each, for a reader who is no statistician.
enum AgreementWords {
  /// How figures of some passes are to be read, the plainest first.
  static func method(passes: Int, _ bootstrap: Bootstrap) -> [String] {
    [
      "percent: how often two passes say the same; some of that comes by chance.",
      "Cohen's kappa: how far they agree beyond chance; 1 is always, 0 no more than chance, below "
        + "0 less (Cohen 1960).",
      "kappa, linear and quadratic: the same on the scale shortfall, mixed, strength, where its "
        + "two ends count twice or four times as far apart as neighbours; “only mentioned” is not "
        + "on the scale and is left out (Cohen 1968).",
      "pooled kappa: one kappa of all codes together, steadier than each where codes are rare (De "
        + "Vries and others 2008).",
      "alpha: as kappa, for any number of passes, with gaps; codes are names (nominal), an order "
        + "(ordinal) or equal steps (interval), and its p_o and p_e are disagreements "
        + "(Krippendorff 2019).",
      "Gwet's AC1: as kappa, but steady where more than 80 % is of one kind and kappa says little "
        + "(Gwet 2008).",
      fleiss(passes),
      "Bounds that are often quoted and are conventions: kappa above 0.60 is called substantial, "
        + "above 0.80 almost perfect (Landis and Koch, Biometrics 33, 1977); alpha from 0.800 is "
        + "relied on, from 0.667 for tentative conclusions (Krippendorff 2019).",
      "n: passages, of direction agencies in passages; p_o: the agreement seen; p_e: what chance "
        + "would give; prevalence: the share of each code in all that was said.",
      "95 % interval: the middle of \(bootstrap.replicates) resamples of what n counts, drawn from "
        + "seed \(bootstrap.seed); it shows how far the figure may move with other passages.",
      "categories: how many kinds a code is told apart by; AC1 and alpha depend on it.",
      "undefined: where all is of one kind, nothing can tell agreement from chance.",
    ]
  }

  private static func fleiss(_ passes: Int) -> String {
    passes > 2
      ? "Fleiss' kappa: kappa of three passes or more, on what every one of them coded (Fleiss "
        + "1971)."
      : "Fleiss' kappa is for three passes or more and not shown: no passage was read that often."
  }
}
