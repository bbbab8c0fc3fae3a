import Testing

@Test func `what one types stands in the last row, with the cursor after it`() throws {
  let stage = try play("/ a s h")
  #expect(stage.typed == "/ash")
  #expect(stage.state.draw().cursor.map { "\($0.x),\($0.y)" } == "4,23")
}

@Test func `the line is edited as in a shell`() throws {
  #expect(try play("/ a b <Space> c <C-w> d").typed == "/ab d")
  #expect(try play("/ a b c <Left> <Left> <BS> x").typed == "/xbc")
  #expect(try play("/ a b c <C-a> <Del> <C-e> z").typed == "/bcz")
  #expect(try play("/ a b c <Left> <C-k> <C-a> x").typed == "/xab")
  #expect(try play("/ a b c <C-u> y").typed == "/y")
}

@Test func `a line longer than the window follows its cursor`() throws {
  let stage = try play("/ a b c d e f g h i j k l", size: (10, 8))
  #expect(stage.status == "/efghijkl")
}

@Test func `how many rows a filter leaves stands at the end of its line`() throws {
  #expect(try play("/ a s h").status.hasSuffix(" 1/1"))
  #expect(try play("/ z z").status.hasSuffix(" none"))
}

extension Stage {
  /// The line being typed, without the count at its end.
  fileprivate var typed: String { status.replacing(#/ {2,}\S+$/#, with: "") }
}
