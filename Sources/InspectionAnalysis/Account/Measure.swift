/// One figure with its name and what it is of.
struct Measure {
  let name: String
  let figure: Figure
  let words: String

  init(_ name: String, _ figure: Figure, of words: String) {
    (self.name, self.figure, self.words) = (name, figure, words)
  }
}
