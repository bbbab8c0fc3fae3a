import Testing

@Test func `what one types stands in the last row, with the cursor after it`() throws {
  let stage = try play("/ a s h")
  #expect(stage.status == "/ash")
  #expect(stage.state.draw().cursor.map { "\($0.x),\($0.y)" } == "4,23")
}

@Test func `the line is edited as in a shell`() throws {
  #expect(try play("/ a b <Space> c <C-w> d").status == "/ab d")
  #expect(try play("/ a b c <Left> <Left> <BS> x").status == "/xbc")
  #expect(try play("/ a b c <C-a> <Del> <C-e> z").status == "/bcz")
  #expect(try play("/ a b c <Left> <C-k> <C-a> x").status == "/xab")
  #expect(try play("/ a b c <C-u> y").status == "/y")
}

@Test func `a line longer than the window follows its cursor`() throws {
  let stage = try play("/ a b c d e f g h i j k l", size: (10, 8))
  #expect(stage.status == "/efghijkl")
}
