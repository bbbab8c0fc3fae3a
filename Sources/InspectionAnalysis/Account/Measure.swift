/// One figure with its name and what it is of.
struct Measure {
  let name: String
  let figure: Figure
  let phrase: String

  init(_ name: String, _ figure: Figure, of phrase: String) {
    (self.name, self.figure, self.phrase) = (name, figure, phrase)
  }
}
