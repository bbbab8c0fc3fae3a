import InspectionModel
import InspectionUI
import Testing

/// The columns of lists: sorted, grouped, kept, hidden, moved and remembered.
struct TableTests {
  private func header(_ stage: Stage) -> String { stage.canvas.text(row: 1) }

  @Test func `s sorts by the column under the cursor, and again turns the order round`() throws {
    #expect(header(try play()).hasPrefix(" Area ↑"))
    #expect(try play("s").canvas.text(row: 2).contains("Corley"))
    let stage = try play("> s")
    #expect(header(stage).contains("Inspected ↑"))
    #expect(stage.canvas.text(row: 2).contains("Corley"))
    #expect(header(try play("> s s")).contains("Inspected ↓"))
  }

  @Test func `S sorts equal rows by a further column, and the heading counts the orders`() throws {
    let stage = try play("> > > > s <lt> <lt> <lt> <lt> S S", size: (120, 24))
    #expect(header(stage).contains("Region ↑1") && header(stage).contains("Area ↓2"))
    let names = (2...4).map { stage.canvas.text(row: $0).dropFirst(1).prefix(9) }
    #expect(names == ["Corley   ", "Ashby    ", "Birchwood"])
  }

  @Test func `the column under the cursor is seen in a narrow window`() throws {
    #expect(!header(try play("g c")).contains("Words"))
    #expect(header(try play("g c > > > >")).contains("Words"))
  }

  @Test func `columns are hidden, shown by name, moved and widened`() throws {
    var stage = try play("> -")
    #expect(!header(stage).contains("Inspected"))
    try stage.press("C i n s p e c <Enter> <Esc>")
    #expect(header(stage).contains("Inspected"))
    try stage.press("( (")
    #expect(header(stage).hasPrefix(" Inspected"))
    try stage.press(") )")
    #expect(header(stage).contains("Last       Inspected"))
  }

  @Test func `words are broken over two lines, then three`() throws {
    var stage = try play("g c > > > > _ _", size: (90, 24))
    #expect(stage.canvas.text(row: 2).hasSuffix(" Health visitors do not share what"))
    #expect(stage.canvas.text(row: 3).hasSuffix("   they know."))
    try stage.press("_ _")
    #expect(stage.canvas.text(row: 3).isEmpty)
  }

  @Test func `= keeps the rows that hold a value, and ! leaves them out`() throws {
    var stage = try play("> > > > =", size: (120, 24))
    #expect(stage.status.contains("filter: region:=East ") && stage.status.hasSuffix("1/2"))
    try stage.press("<lt> <lt> <lt> <lt> !")
    #expect(stage.status.contains("filter: region:=East !name:=Ashby "))
    #expect(stage.status.hasSuffix("1/1"))
    #expect(stage.shows("Corley"))
  }

  @Test func `counts can be kept, and what takes the place of an empty field`() throws {
    #expect(try play("> =").status.contains("filter: inspections=1 "))
    #expect(try play("> !").status.contains("filter: !inspections=1 "))
    #expect(try play("g i > =", size: (120, 24)).status.contains("filter: from:2016-02-01 "))
  }

  @Test func `a value that no filter can say is told`() throws {
    #expect(try play("> > =").shows("no filter says what Last holds here"))
  }

  @Test func `what a passage holds itself is not kept by what is coded in it`() throws {
    var stage = try play("g e C a g e n c y <Enter> <Esc> =", size: (120, 24))
    #expect(stage.shows("no filter says what Agency holds here"))
    try stage.press("<lt> =")
    #expect(stage.status.hasSuffix("3/3") || stage.status.hasSuffix("1/3"))
  }

  @Test func `a group is kept or left out of the list from among the groups`() throws {
    var stage = try play("> > > > #", size: (120, 24))
    try stage.press("!")
    #expect(stage.status.contains("filter: !region:=East ") && stage.status.hasSuffix("1/1"))
    #expect(stage.title.hasSuffix("register.rec") && !stage.title.contains("by Region"))
  }

  @Test func `marks go on from where one marked last, also without a mark before`() throws {
    #expect(try play("G ^ g g ^").status.contains("3 marked"))
  }

  @Test
  func `a layout is kept from the prompt of columns, from clicks, and until it is as at first`()
    throws
  {
    var stage = try play("g c C c r i t e r i o n <Enter> <Esc> g i g c", size: (120, 24))
    #expect(!header(stage).contains("Criterion"))
    try stage.press("C f i r s t <Enter> <Esc> g i g c")
    #expect(header(stage).contains("Criterion"))
    try stage.press("> s <lt> s g i g c")
    #expect(header(stage).hasPrefix(" Passage ↑"))
  }

  @Test func `a list that one goes to anew leaves the former to be gone back to`() throws {
    var stage = try play("g c / h e <Enter> % g c", size: (100, 24))
    #expect(!stage.status.contains("filter"))
    try stage.press("<C-o>")
    #expect(stage.status.contains("filter: he") && stage.status.contains("1 marked"))
  }

  @Test func `groups come back as they were sorted`() throws {
    var stage = try play("> > > > # s S", size: (120, 24))
    let before = stage.canvas.text.dropLast()
    try stage.press("g i <C-o>")
    #expect(stage.canvas.text.dropLast() == before)
  }

  @Test func `passages of a group mean what is coded, also on the way back`() throws {
    var stage = try play("g e / d i r e c t i o n : - <Enter> # <Enter>", size: (120, 24))
    #expect(stage.status.hasSuffix(" 1/1"))
    try stage.press("g i <C-o>")
    #expect(stage.status.hasSuffix(" 1/1"))
  }

  @Test func `a group of what a saved filter finds holds no more than that`() throws {
    var stage = try play("g c / a g e n c y : p o l i c e <C-s>", size: (100, 24))
    stage.type("late")
    try stage.press("<Enter> <Esc> /")
    stage.type("saved:late")
    try stage.press("<Enter>")
    #expect(stage.status.hasSuffix(" none"))
    try stage.press("#")
    #expect(stage.status.hasSuffix(" none"))
    try stage.press("<Esc> /")
    stage.type("!agency:police saved:late")
    try stage.press("<Enter> <Esc>")
    #expect(stage.status.hasSuffix(" 1/1"))
  }

  @Test func `a saved filter that asks for no field there is leaves the list as it was`() throws {
    var register = Fixture.register
    try register.apply(
      Change(
        "saved",
        [
          .insert(
            .filter,
            [
              .init(.id, "F-1"), .init(.name, "broken"), .init(.lists, "contributions"),
              .init(.filter, "gone:field"),
            ])
        ]))
    var stage = try play("g a", size: (100, 24))
    stage.send(.reloaded(register, [], unsaved: 0, note: Message("")))
    try stage.press(":")
    stage.type("broken")
    try stage.press("<Enter>")
    #expect(stage.shows("contributions have no “gone”"))
    try stage.press("j")
    #expect(!stage.status.contains("filter:"))
  }

  @Test func `an inspection's passages have all their columns to choose from`() throws {
    var stage = try play("g i j <Enter> > - C", size: (120, 30))
    #expect(stage.shows("○ Page"))
    stage.type("page")
    try stage.press("<Enter> <Esc>")
    #expect(stage.shows("Page"))
    try stage.press("#")
    #expect(stage.shows("by "))
  }

  @Test func `what is nothing can be kept, too`() throws {
    let stage = try play("j > > > > > > =", size: (120, 24))
    #expect(stage.status.contains("filter: !gss: ") && stage.status.hasSuffix("1/2"))
  }

  @Test func `a group is counted by a further column, and Escape leads back step by step`() throws {
    var stage = try play("> > > > #", size: (120, 24))
    #expect(stage.title.contains("Areas ▸ by Region "))
    #expect(stage.canvas.text(row: 2).contains("East") && stage.shows("67 %"))
    try stage.press("#")
    #expect(stage.shows("Region East ▸ by Type"))
    #expect(stage.shows("county") && !stage.shows("unitary"))
    try stage.press("<Enter>")
    #expect(stage.title.contains("by Type ▸ Type city "))
    try stage.press("<Esc> <Esc>")
    #expect(stage.shows("Region East") && stage.status.hasSuffix("1/2"))
  }

  @Test func `groups are sorted by size or by value`() throws {
    var stage = try play("> > > > #", size: (120, 24))
    #expect(stage.canvas.text(row: 1).contains("areas ↓"))
    try stage.press("s S")
    #expect(stage.canvas.text(row: 1).contains("Region ↓"))
    #expect(stage.canvas.text(row: 2).contains("North"))
  }

  @Test func `Space marks, ^ marks up to here, % all, and x writes those that are marked`() throws {
    var stage = try play("<Space> <Space>")
    #expect(stage.status.contains("2 marked  3/3"))
    try stage.press("% x")
    #expect(stage.status.hasPrefix("write 3 marked areas to"))
    try stage.press("<Esc> %")
    #expect(!stage.status.contains("marked"))
    try stage.press("g g <Space> G ^")
    #expect(stage.status.contains("3 marked"))
  }

  @Test func `a list is as it was after a reload, with its marks`() throws {
    var stage = try play("g i > - s <Space> / a <Enter>", size: (120, 24))
    let before = stage.canvas.text.dropLast()
    stage.reload()
    #expect(stage.canvas.text.dropLast() == before)
    #expect(stage.status.contains("1 marked"))
  }

  @Test func `a field of all that are marked is set, and one undo takes it back`() throws {
    var stage = try play("% e", size: (100, 24))
    #expect(stage.shows("3 areas: Ashby, Birchwood, Corley"))
    stage.type("reg")
    try stage.press("<Tab>")
    #expect(stage.status.hasPrefix("set Region="))
    stage.type("South East")
    try stage.press("<Enter>")
    #expect(stage.status.contains("Region of 3 areas (u undoes)"))
    #expect(stage.state.register.all(Area.self).allSatisfy { $0.region == "South East" })
    try stage.press("u")
    #expect(stage.state.register.holdsTheSame(as: Fixture.register))
  }

  @Test func `passages that are marked are coded alike`() throws {
    var stage = try play("g i j <Enter> % c", size: (100, 24))
    #expect(stage.status.hasPrefix("code 3 passages alike"))
    try stage.press("p 4 + <Enter>")
    #expect(stage.contributions.count == 4)
    #expect(stage.status.contains("1 contribution to each of 3 passages"))
    try stage.press("u")
    #expect(stage.contributions.count == 1)
  }

  @Test func `what is marked and not shown is told before it is acted on`() throws {
    let stage = try play("<Space> / c o r l <Enter> <Space> e", size: (100, 24))
    #expect(stage.shows("2 areas: ") && stage.shows("the filter does not show 1 of them"))
  }

  @Test func `to remove what is marked asks with the number and the first, and u brings it back`()
    throws
  {
    var stage = try play("g c % <Del>", size: (100, 24))
    #expect(stage.shows("1 contribution: health - in jtai-ashby-2017/i1"))
    try stage.press("y")
    #expect(stage.contributions.isEmpty && !stage.status.contains("marked"))
    try stage.press("u")
    #expect(stage.contributions.count == 1)
  }

  @Test func `a flag is put on all that are marked`() throws {
    var stage = try play("g i j <Enter> % f", size: (100, 24))
    #expect(stage.shows("3 passages: Ashby 2017 s1"))
    try stage.press("y g n")
    #expect(stage.status.hasSuffix("1/3"))
    try stage.press("u")
    #expect(stage.state.register.count(.memo) == 0)
  }

  @Test func `a click goes to a column, then sorts by it, and presses the keys shown below`() throws
  {
    var stage = try play(size: (100, 24))
    let head = header(stage)
    let start = try #require(head.firstRange(of: "Inspected")).lowerBound
    let column = head.distance(from: head.startIndex, to: start)
    try stage.press("<LeftClick:\(column),1>")
    #expect(stage.marked(.match) == ["Inspected"])
    try stage.press("<LeftClick:\(column),1>")
    #expect(header(stage).contains("Inspected ↑"))
    let hints = stage.canvas.text(row: 22)
    let place = try #require(hints.firstRange(of: "g i inspections"))
    let x = hints.distance(from: hints.startIndex, to: place.lowerBound)
    try stage.press("<LeftClick:\(x + 1),22>")
    #expect(stage.title.contains("Inspections"))
  }

  @Test func `a list that is emptied outside has no marks, and says that it is empty`() throws {
    var stage = try play("g c %", size: (100, 24))
    var emptied = stage.state.register
    let all = emptied.rows(.contribution).map { Edit.remove(.contribution, emptied[$0].values) }
    try emptied.apply(Change("outside", all))
    stage.send(.reloaded(emptied, [], unsaved: 0, note: Message("changed outside")))
    #expect(stage.status.hasSuffix(" none") && !stage.status.contains("marked"))
    #expect(stage.shows("no contributions here yet"))
  }

  @Test func `in a wide window the evidence stands beside its figure`() throws {
    let stage = try play("g m l", size: (200, 40))
    #expect(stage.shows("│ 1 contribution"))
    #expect(stage.shows("Health visitors do not share what they know."))
    #expect(try !play("g m l", size: (150, 40)).shows("│ 1 contribution"))
  }

  @Test(arguments: ["? <C-d>", "? <C-d> <C-d>", "g l", "g k j"])
  func `one comes back to what is of no register, too`(keys: String) throws {
    var stage = try play(keys, size: (100, 24))
    let before = stage.canvas.text.dropLast()
    try stage.press("g a <C-o>")
    #expect(stage.canvas.text.dropLast() == before)
  }

  @Test func `one goes back and forth through places, each as it was left`() throws {
    var stage = try play("j <Enter> g c / h <Enter> g i s", size: (100, 24))
    let last = stage.canvas.text.dropLast()
    try stage.press("<C-o>")
    #expect(stage.title.contains("Contributions") && stage.status.contains("filter: h"))
    try stage.press("<A-Left> <A-Left>")
    #expect(stage.title.hasPrefix(" jointview ▸ Areas ") && stage.cursor == ["Birchwood"])
    try stage.press("<C-o>")
    #expect(stage.shows("there is no place before this one"))
    try stage.press("<A-Right> <A-Right> <A-Right>")
    #expect(stage.canvas.text.dropLast() == last)
  }

  @Test func `places one came through outlive a reload`() throws {
    var stage = try play("j <Enter> g c", size: (100, 24))
    stage.reload()
    try stage.press("<C-o>")
    #expect(stage.title.contains("Areas ▸ Birchwood"))
  }

  @Test func `a group is as it was after a reload, and so is its list`() throws {
    var stage = try play("> > > > # <Enter> s j", size: (120, 24))
    let before = stage.screen
    stage.reload()
    #expect(stage.screen == before)
    try stage.press("<Esc>")
    #expect(stage.shows("by Region"))
  }

  @Test func `the layout of a list is remembered over a start`() throws {
    let left = try play("g c > - g a", size: (120, 24))
    var back = try Stage(size: (120, 24))
    back.send(.remembered(left.state.places, layouts: left.state.layouts))
    try back.press("g c")
    #expect(!header(back).contains("Agency"))
  }

  @Test func `the officer's table is on the screen in 20 keys and in a file in two more`() throws {
    let keys = "g c / a <Tab> h <Tab> d <Tab> - <Space> f <Tab> 2 0 1 7 . . <Enter>"
    #expect(keys.split(separator: " ").count == 20)
    var stage = try play(keys, size: (120, 36))
    #expect(stage.status.contains("filter: agency:health direction:- from:2017.."))
    #expect(stage.shows("Health visitors do not") && header(stage).contains("Page"))
    try stage.press("x <Enter>")
    guard case .export(let export) = stage.effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(export.path == "contributions.csv")
  }
}

extension Stage {
  /// The file is read anew, as it is.
  fileprivate mutating func reload() {
    send(.reloaded(state.register, [], unsaved: 0, note: Message("reloaded")))
    send(.say(Message("")))
  }
}
