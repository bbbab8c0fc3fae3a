import Manual
import Testing

private let text = """
  # Undoing

  How a change is taken back.

  Press {undo} to take
  back a change; `jointview list areas --format json -r mine.rec` is not one.

  ## Marks

  - one, which
    goes on
  - two

  `w`
  : with whom
  `a long term that has a line of its own`
  : what it means, on
    two lines

      code as it is

      after a blank line

  {{keys}}
  """

private let topic = ManualTopic(name: "undo", text: text)

@Test func `a topic is read into title, summary and blocks`() {
  #expect(topic.title == "Undoing")
  #expect(topic.summary == "How a change is taken back.")
  #expect(
    topic.blocks == [
      .paragraph([
        .text("Press "), .keys("undo"), .text(" to take back a change; "),
        .code("jointview list areas --format json -r mine.rec"), .text(" is not one."),
      ]),
      .heading("Marks"),
      .item([.text("one, which goes on")]),
      .item([.text("two")]),
      .definition(term: [.code("w")], meaning: [.text("with whom")]),
      .definition(
        term: [.code("a long term that has a line of its own")],
        meaning: [.text("what it means, on two lines")]),
      .code(["code as it is", "", "after a blank line"]),
      .insertion("keys"),
    ])
}

@Test func `keys are put in by the names of actions, and tables in their places`() {
  let done = topic.filled { $0 == "keys" ? [.item([.keys("redo")])] : nil }
    .completed { $0 == "undo" ? "u" : nil }
  #expect(
    done.blocks.first
      == .paragraph([
        .text("Press "), .code("u"), .text(" to take back a change; "),
        .code("jointview list areas --format json -r mine.rec"), .text(" is not one."),
      ]))
  // An action without a key is found by its name.
  #expect(done.blocks.last == .item([.code(":redo")]))
}

@Test func `plain text is wrapped, set in, and shows code between quotation marks`() {
  #expect(
    topic.completed { _ in "u" }.plainText(width: 40) == """
      UNDOING

      How a change is taken back.

      Press “u” to take back a change;
      “jointview list areas --format json -r
      mine.rec” is not one.

      Marks

      - one, which goes on
      - two

        w   with whom
        a long term that has a line of its own
            what it means, on two lines

          code as it is

          after a blank line

      """)
}

@Test func `short terms have their meaning beside them, under one margin`() {
  let lines = ManualTopic(name: "", text: "# A\n\nB\n\n`a`\n: one\n\n`bcd`\n: two\n")
    .lines(width: 40, marks: .tone)
  #expect(lines.map(\.text) == ["  a    one", "  bcd  two"])
}
