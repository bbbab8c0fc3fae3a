import Testing

@testable import TerminalCore

@Test func `a line of keys is read as a person writes it`() throws {
  let keys = try KeyNotation.parse("g i / <Space> <lt> <Enter> <C-d> <A-x> <S-Tab> <F12> <PgDn>")
  #expect(
    keys == [
      .character("g"), .character("i"), .character("/"), .character(" "), .character("<"), .enter,
      .control("d"), .alt("x"), .backTab, .function(12), .pageDown,
    ])
}

@Test(arguments: [
  ("g <Entr> j", "<Entr>", 3), ("gi", "gi", 1), ("é <", "<", 3), ("<F64>", "<F64>", 1),
  ("<C-dd>", "<C-dd>", 1), ("<LeftClick:3>", "<LeftClick:3>", 1), ("<Paste:%2>", "<Paste:%2>", 1),
])
func `a word that is no key is named with its place`(text: String, word: String, column: Int) {
  #expect(throws: KeyNotation.Problem(word: word, column: column)) {
    try KeyNotation.parse(text)
  }
}

@Test func `every key can be written down and read back`() throws {
  let keys: [Key] = [
    .character("j"), .character(" "), .character("<"), .character(">"), .character("é"),
    .control("d"), .control(" "), .control("<"), .alt("x"), .alt("<"), .alt(">"), .function(1),
    .function(63), .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
    .left, .right, .pageUp, .pageDown, .home, .end, .paste(""), .paste("two words > 1\n100 % é"),
    .cutPaste("a: b"), .altLeft, .altRight, .unknown,
    .mouse(MouseEvent(x: 12, y: 3, kind: .click(.left))),
    .mouse(MouseEvent(x: 0, y: 0, kind: .press(.middle))),
    .mouse(MouseEvent(x: 1, y: 2, kind: .release(.right))),
    .mouse(MouseEvent(x: 1, y: 2, kind: .wheelUp)),
    .mouse(MouseEvent(x: 1, y: 2, kind: .wheelDown)),
  ]
  #expect(try KeyNotation.parse(KeyNotation.text(keys)) == keys)
}
