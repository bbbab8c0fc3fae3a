/// The known word that a mistyped one most likely means.
public enum Nearest {
  /// - Returns: the first of those that the fewest slips of the hand lead to; nil where that takes
  ///   more than one in three letters.
  public static func to(_ word: String, among known: [String]) -> String? {
    let all = known.map { (word: $0, slips: slips(word.lowercased(), $0.lowercased())) }
    guard let best = all.min(by: { $0.slips < $1.slips }),
      best.slips <= max(1, word.count / 3)
    else { return nil }
    return best.word
  }

  /// How many letters are wrong, missing, too many or swapped (Damerau's distance, each stretch
  /// changed once). O(product of the lengths).
  private static func slips(_ one: String, _ other: String) -> Int {
    let (a, b) = (Array(one), Array(other))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let cost = a[i] == b[j] ? 0 : 1
        var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + cost)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
