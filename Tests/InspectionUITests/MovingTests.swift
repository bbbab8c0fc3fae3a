import Testing

@Test func `every way down is the same way`() throws {
  for keys in [
    "j j", "<Down> <Down>", "<C-n> <C-n>", "2 j", "G", "<End>", "<PgDn>", "<C-f>", "3 G",
  ] {
    #expect(try play(keys).cursor == ["Corley"], "\(keys)")
  }
}

@Test func `every way up is the same way`() throws {
  for keys in ["k k", "<Up> <Up>", "<C-p> <C-p>", "2 k", "g g", "<Home>", "<PgUp>", "<C-b>", "1 G"]
  {
    #expect(try play("G " + keys).cursor == ["Ashby"], "\(keys)")
  }
}

@Test func `every way in and out is the same way`() throws {
  for keys in ["<Enter>", "l", "<Right>"] {
    #expect(try play(keys).title.hasPrefix(" jointview ▸ Areas ▸ Ashby "), "\(keys)")
  }
  for keys in ["<Esc>", "h", "<Left>", "<BS>"] {
    #expect(try play("<Enter> " + keys).title.hasPrefix(" jointview ▸ Areas  "), "\(keys)")
  }
}

@Test func `a count moves so many rows, or to a row, and no further than the list`() throws {
  #expect(try play("1 0 j").cursor == ["Corley"])
  #expect(try play("2 G").cursor == ["Birchwood"])
  #expect(try play("1 2 G").cursor == ["Corley"])
  #expect(try play("9 9 9 9 9 9 9 9 9 j").cursor == ["Corley"])
}

@Test func `a count shows while one types it, and Escape forgets it`() throws {
  #expect(try play("1 2").status.hasPrefix(" 12 "))
  #expect(try play("2 <Esc> j").cursor == ["Birchwood"])
  #expect(try play("/ b i <Enter> 1 2").status.hasPrefix(" 12 "))
}

@Test func `one goes in and back as far as one came, each on its row`() throws {
  var stage = try play("<Enter> <Enter> j <Enter>")
  #expect(stage.title.hasPrefix(" jointview ▸ Areas ▸ Ashby ▸ Ashby 2017 ▸ s2 "))
  try stage.press("<Esc>")
  #expect(stage.cursor == ["s2"])
  try stage.press("<Esc> <Esc>")
  #expect(stage.cursor == ["Ashby"])
  try stage.press("<Esc>")
  #expect(stage.status.hasPrefix(" this is the first screen; q saves and leaves"))
}

@Test func `g and a letter go anywhere from anywhere`() throws {
  let start = "<Enter> <Enter> <Enter> "
  #expect(try play(start + "g a").title.hasPrefix(" jointview ▸ Areas  "))
  #expect(try play(start + "g i").title.hasPrefix(" jointview ▸ Inspections  "))
  #expect(try play(start + "g c").title.hasPrefix(" jointview ▸ Contributions  "))
  #expect(try play("g x").title.hasPrefix(" jointview ▸ Areas ▸ Problems  "))
}

@Test func `asking for the problems on the problems stays there`() throws {
  #expect(try play("g x g x").title.hasPrefix(" jointview ▸ Areas ▸ Problems  "))
}

@Test func `after g the keys that may follow are shown, until one is pressed`() throws {
  let stage = try play("g")
  for line in ["g first", "a areas", "i inspections", "c contributions", "x problems"] {
    #expect(stage.canvas.text.contains { $0.contains(line) }, "\(line)")
  }
  #expect(try play("g z").status.hasPrefix(" g z does nothing; ? shows the keys"))
  #expect(try !play("g <Esc>").shows("x problems"))
}

@Test func `the next passage is a key away`() throws {
  #expect(try play("<Enter> <Enter> <Enter> J").title.contains("▸ s2 "))
  #expect(try play("<Enter> <Enter> <Enter> 2 ]").title.contains("▸ i1 "))
  #expect(try play("<Enter> <Enter> <Enter> 2 ] [").title.contains("▸ s2 "))
  #expect(try play("<Enter> <Enter> <Enter> K").status.hasPrefix(" the first passage"))
  #expect(try play("<Enter> <Enter> <Enter> 9 J J").status.hasPrefix(" the last passage"))
}

@Test func `back from another passage one is on that one in the list`() throws {
  #expect(try play("<Enter> <Enter> <Enter> J J <Esc>").cursor == ["i1"])
}

@Test func `a click goes to a row, and a second opens it`() throws {
  var stage = try play("<LeftPress:3,3> <LeftClick:3,3>")
  #expect(stage.cursor == ["Birchwood"])
  try stage.press("<LeftPress:3,3> <LeftClick:3,3>")
  #expect(stage.title.contains("▸ Birchwood "))
}

@Test func `the wheel moves by three rows`() throws {
  #expect(try play("<WheelDown:3,3>").cursor == ["Corley"])
  #expect(try play("G <WheelUp:3,3>").cursor == ["Ashby"])
}
