import Testing

@testable import TerminalCore

/// What a person meant who let go of the keyboard after this.
func keys(_ sent: String, names: [String: Key] = [:]) -> [Key] {
  var parser = KeyParser(names: names.map { (Array($0.key.utf8), $0.value) })
  return parser.feed(sent.utf8) + parser.settle()
}

struct KeyParserTests {
  @Test(arguments: [
    ("xterm, VTE, kitty", "\u{1b}OA \u{1b}[B \u{1b}OC \u{1b}[D", "<Up> <Down> <Right> <Left>"),
    ("xterm", "\u{1b}OH \u{1b}[F \u{1b}OP \u{1b}[15~ \u{1b}[Z", "<Home> <End> <F1> <F5> <S-Tab>"),
    ("PuTTY", "\u{1b}[1~ \u{1b}[4~ \u{1b}[11~ \u{1b}\u{1b}[D", "<Home> <End> <F1> <A-Left>"),
    ("PuTTY's keypad", "\u{1b}Oq \u{1b}Ol \u{1b}OM \u{1b}OQ", "1 , <Enter> <F2>"),
    ("Linux", "\u{1b}[1~ \u{1b}[4~ \u{1b}[[A \u{1b}[[E \u{1b}[17~", "<Home> <End> <F1> <F5> <F6>"),
    (
      "rxvt", "\u{1b}[7~ \u{1b}[8~ \u{1b}[5~ \u{1b}[a \u{1b}Oa",
      "<Home> <End> <PgUp> <Unknown> <Unknown>"
    ),
    (
      "screen and tmux", "\u{1b}[1~ \u{1b}[4~ \u{1b}[6~ \u{1b}[2~ \u{1b}[3~",
      "<Home> <End> <PgDn> <Ins> <Del>"
    ),
    ("vt220", "\u{1b}[28~ \u{1b}[34~ \u{1b}[24~", "<F15> <F20> <F12>"),
    ("old xterm, with a modifier", "\u{1b}O3D \u{1b}O5C", "<A-Left> <Unknown>"),
    (
      "with modifiers", "\u{1b}[1;3D \u{1b}[1;3C \u{1b}[1;9D \u{1b}[1;1A \u{1b}[1;65B",
      "<A-Left> <A-Right> <Unknown> <Up> <Down>"
    ),
    (
      "with others", "\u{1b}[1;5D \u{1b}[1;2A \u{1b}[3;5~ \u{1b}[5;2~ \u{1b}[1;2P \u{1b}[5C",
      "<Unknown> <Unknown> <Unknown> <Unknown> <Unknown> <Unknown>"
    ),
    (
      "what comes unasked", "\u{1b}[I \u{1b}[O \u{1b}[?62;4c \u{1b}[12;40R \u{1b}[201~",
      "<Unknown> <Unknown> <Unknown> <Unknown>"
    ),
  ])
  func `each terminal's keys are what their caps say`(
    terminal: String, sent: String, wanted: String
  ) {
    let all = sent.split(separator: " ").flatMap { keys(String($0)) }
    #expect(KeyNotation.text(all) == wanted, "\(terminal)")
  }

  @Test(
    arguments: [
      ("13;2", .unknown), ("13", .enter), ("13;5", .unknown), ("13;3", .unknown), ("27", .escape),
      ("9;2", .backTab), ("9;5", .unknown), ("127;2", .backspace), ("32;2", .character(" ")),
      ("32;5", .control(" ")), ("106;5", .control("j")), ("114;5", .control("r")),
      ("117;6", .unknown), ("117;2", .character("U")), ("85;2", .character("U")),
      ("117;3", .alt("u")), ("117;4", .alt("U")), ("105;5", .tab), ("91;5", .escape),
      ("233", .character("é")), ("117;9", .unknown), ("117;129", .character("u")),
      ("57414", .unknown), ("117;1:3", .unknown), ("97:65;2", .unknown), ("", .unknown),
      ("55296", .unknown), ("99999999999999999999", .unknown), ("117;0", .unknown), ("3", .unknown),
    ] as [(String, Key)])
  func `a key told by its number and modifiers is that key, or nothing`(number: String, key: Key) {
    #expect(keys("\u{1b}[\(number)u") == [key])
    let parts = number.split(separator: ";")
    // xterm's modifyOtherKeys has the same numbers the other way round.
    if parts.count == 2 { #expect(keys("\u{1b}[27;\(parts[1]);\(parts[0])~") == [key]) }
  }

  @Test(arguments: [
    ("\u{1b}", "<Esc>"), ("\u{1b}\u{1b}", "<Esc> <Esc>"), ("\u{1b}x", "<A-x>"),
    ("\u{1b}é", "<A-é>"), ("\u{1b}[", "<A-[>"), ("\u{1b}O", "<A-O>"), ("\u{1b}]", "<A-]>"),
    ("\u{1b}P", "<A-P>"), ("\u{1b}[\r", "<A-[> <Enter>"), ("\u{1b}\u{1b}[B", "<Esc> <Down>"),
    ("\u{1b}\u{1b}x", "<Esc> <A-x>"), ("\u{1b}\u{1b}\u{1b}[C", "<Esc> <A-Right>"),
    ("\u{1b}\r", "<Unknown>"), ("\u{1b}\u{7f}", "<Unknown>"), ("\u{1b} ", "<A-Space>"),
    ("\u{1b}[1;", "<Unknown>"), ("\u{1b}[1;\u{1b}[A", "<Unknown> <Up>"),
    ("\u{1b}[1;\u{3}", "<Unknown> <C-c>"), ("\u{1b}[[\u{3}", "<Unknown> <C-c>"),
    ("\u{1b}]0;title", "<Unknown>"), ("\u{1b}]0;title\rj", "<Unknown> <Enter> j"),
    ("\u{1b}Pdata\u{1b}j", "<Unknown> <A-j>"), ("\u{1b}Pdata\u{1b}", "<Unknown> <Esc>"),
    ("\u{1b}]\u{1b}\\j", "<Unknown> j"), ("\u{1b}]\u{7}j", "<Unknown> j"),
    ("\u{9b}A", "<Unknown> A"), ("a\u{301}", "a \u{301}"), ("語\t\u{0}", "語 <Tab> <C-Space>"),
  ])
  func `escape, Alt and what breaks off are told apart`(sent: String, wanted: String) {
    #expect(KeyNotation.text(keys(sent)) == wanted)
  }

  @Test func `what is no UTF-8 is one unknown key for each fault`() {
    var parser = KeyParser()
    #expect(
      parser.feed([0x6A, 0xFF, 0xE2, 0x82, 0x6A, 0x9B, 0xED, 0xA0, 0xC3])
        == [
          .character("j"), .unknown, .unknown, .character("j"), .unknown, .unknown, .unknown,
        ])
    #expect(parser.awaits == .long)
    #expect(parser.settle() == [.unknown])
    #expect(parser.awaits == nil)
  }

  @Test func `the strings of the terminal's description come first, the longest before`() {
    let names: [String: Key] = [
      "\u{8}": .backspace, "\u{1b}A": .up, "\u{1b}[3$": .unknown, "\u{1b}[1": .insert,
      "\u{1b}[1;2P": .function(13), "j": .down, "\u{1b}": .delete,
    ]
    #expect(
      keys("\u{8}\u{1b}A\u{1b}[3$j\u{1b}[1~\u{1b}[1;2Pj\u{1b}", names: names)
        == [
          .backspace, .up, .unknown, .character("j"), .insert, .character("~"), .function(13),
          .character("j"), .escape,
        ])
    #expect(keys("\u{1b}[1;2", names: names) == [.insert, .character(";"), .character("2")])
  }

  @Test func `the mouse is told in both of the ways that terminals have`() {
    let old = "\u{1b}[M \u{2d}\u{24}\u{1b}[M#\u{2d}\u{24}\u{1b}[M`!!\u{1b}[M#!!"
    let new = "\u{1b}[<0;13;4M\u{1b}[<0;13;4m\u{1b}[<64;1;1M\u{1b}[<3;1;1M"
    let wanted = "<LeftPress:12,3> <LeftClick:12,3> <WheelUp:0,0> <Unknown>"
    #expect(KeyNotation.text(keys(old)) == wanted)
    #expect(KeyNotation.text(keys(new)) == wanted)
    let others = "\u{1b}[<35;1;1M\u{1b}[<0;0;1M\u{1b}[<0;1M\u{1b}[<66;1;1M\u{1b}[<16;300;1M"
    #expect(
      KeyNotation.text(keys(others))
        == "<Unknown> <Unknown> <Unknown> <Unknown> <LeftPress:299,0>")
  }

  @Test func `of two keys that send the same, the first named has it`() {
    var parser = KeyParser(names: [([8], .backspace), ([8], .left)])
    #expect(parser.feed([8]) == [.backspace])
  }
}
