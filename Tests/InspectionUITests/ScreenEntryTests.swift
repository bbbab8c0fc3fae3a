import InspectionModel
import Testing

@testable import InspectionUI

/// Screens that are opened again where one left.
struct ScreenEntryTests {

  @Test(arguments: [
    "g a", "g i", "g c", "g r", "g n", "g d", "g x", "g i <Enter>", "g i <Enter> <Enter>",
    "g i <Enter> t", newReview, "g m", "g b", "g k", "g a <Enter>",
  ])
  func `a screen that is left open is opened again at the next start`(keys: String) throws {
    let stage = try play(keys)
    let again = stage.state.places.compactMap { Screens.restored($0, stage.state.context) }
    #expect(
      again.map { $0.title(stage.state.register) }.last == stage.title(of: stage.state.screen))
  }

  @Test func `a screen without a title of its kind says which record it is of`() {
    let untitled = ScreenEntry.all.filter { $0.title == nil }.map(\.kind)
    #expect(
      untitled == [
        "inspection", "letter", "passage", "review", "disagreements", "memo", "some",
      ])
  }

  @Test func `every kind of screen is known by one entry`() throws {
    #expect(Set(ScreenEntry.all.map(\.kind)).count == ScreenEntry.all.count)
    let actions = ScreenEntry.all.compactMap(\.action)
    #expect(Set(actions).count == actions.count)
    for action in actions { #expect(action.spec.group == .go, "\(action)") }
  }
}

extension Stage {
  fileprivate func title(of screen: any Screen) -> String { screen.title(state.register) }
}
