import InspectionAnalysis
public import InspectionModel
import InspectionOperations

extension State {
  /// The whole register, while a part of it is hidden from the person at the keyboard.
  struct Hidden: Sendable {
    var whole: Register
    let blinding: Blinding
    /// What is hidden and for how long.
    var sentence: String { blinding.sentence ?? "" }
  }

  /// All there is, for the file to be written from. What is shown is made from ``register`` alone.
  public var whole: Register { hidden?.whole ?? register }

  /// Works out anew what is to be hidden. O(reviews), and the queues of those that are blind.
  mutating func renewBlinding() {
    let whole = whole
    let blinding = Blinding(for: reviewer, in: whole)
    defer { hideProblems() }
    guard blinding.isInEffect || hidden != nil else { return }
    hidden = blinding.isInEffect ? Hidden(whole: whole, blinding: blinding) : nil
    register = blinding.applied(to: whole)
    let shown = register
    screens.removeAll { screen in screen.subject.map { !shown.contains($0) } ?? false }
    for index in screens.indices { screens[index].renew(shown) }
    hideTrailEntries()
    if screens.isEmpty { screens = [AreasScreen(shown)] }
  }

  /// Leaves out problems of hidden records. One without a record may quote a line of any.
  mutating func hideProblems() {
    guard let hidden else { return shownProblems = problems }
    shownProblems = problems.filter { problem in
      problem.row.map { !hidden.blinding.hides($0, in: hidden.whole) } ?? problem.source.isEmpty
    }
  }

  /// Makes a change in what is shown, and in all there is.
  mutating func apply(_ change: Change) throws(Refusal) {
    guard var hidden else {
      let former = register
      do throws(EditProblem) { try register.apply(change) } catch { throw .edit(error) }
      drawnRows.follow(change, from: former, to: register)
      return
    }
    let sentence = hidden.sentence
    if hidden.blinding.hides(change, in: hidden.whole) { throw .hidden(sentence) }
    do throws(EditProblem) {
      try register.apply(change)
    } catch {
      register = hidden.blinding.applied(to: hidden.whole)
      throw .edit(error)
    }
    // So that the copies below are the only ones.
    self.hidden = nil
    do throws(EditProblem) {
      try hidden.whole.apply(change)
      self.hidden = hidden
    } catch {
      self.hidden = hidden
      // Hidden records stand in its way, and to say how would show them. Rows are numbered anew
      // alike in both.
      register = hidden.blinding.applied(to: hidden.whole)
      throw .hidden(sentence)
    }
  }
}
