import InspectionModel
import Seeded
import Testing

struct UnseenTests {
  @Test(arguments: [
    ("\u{0}", "U+0000"), ("\u{1B}", "U+001B"), ("\u{7F}", "U+007F"),
    ("\r", "U+000D"), ("\u{9B}", "U+009B"),
    ("\u{202E}", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("\u{2066}", "U+2066 LEFT-TO-RIGHT ISOLATE"),
    ("\u{61C}", "U+061C ARABIC LETTER MARK"), ("\u{200B}", "U+200B ZERO WIDTH SPACE"),
    ("\u{200D}", "U+200D ZERO WIDTH JOINER"), ("\u{FEFF}", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    ("\u{2028}", "U+2028 LINE SEPARATOR"), ("\u{3164}", "U+3164 HANGUL FILLER"),
    ("\u{E0041}", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ("\u{FE0F}", "U+FE0F VARIATION SELECTOR-16"),
  ])
  func `what shows nothing between Latin letters is unseen, and has a name`(
    character: String, name: String
  ) {
    let text = "a" + character + "b"
    #expect(text.firstUnseen?.codeName == name)
    #expect(text.replacingUnseen(by: "?") == "a?b")
    #expect(text.replacingUnseen(by: nil) == "ab")
  }

  @Test(arguments: [
    "plain", "two\nlines\tand a tab", "café", "cafe\u{301}", "self\u{AD}hyphen", "a\u{A0}b", "子供",
    // Persian and Hindi words that are spelled otherwise without their joiners.
    "می\u{200C}خواهم", "क्\u{200D}ष", "ශ්\u{200D}රී",
    "👩\u{200D}👧", "❤\u{FE0F}\u{200D}🔥", "1\u{FE0F}\u{20E3}",
  ])
  func `what is seen stays, and joiners where a script needs them`(text: String) {
    #expect(text.firstUnseen == nil)
    #expect(text.replacingUnseen(by: nil).utf8.elementsEqual(text.utf8))
  }

  @Test(arguments: ["می\u{200C}\u{200C}خ", "👩\u{200D}\u{200B}👧", "❤\u{FE0F}\u{FE01}", "\u{200D}ष"])
  func `joiners that say nothing more go`(text: String) {
    #expect(text.firstUnseen != nil)
  }

  @Test func `of any text nothing is unseen once it has been replaced`() {
    let seed = UInt64.random(in: 0..<1_000_000)
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let scraps = [
      "a", "\u{1B}", "\u{200D}", "\u{200C}", "\u{FE0F}", "❤", "क", "\u{94D}", "\u{202E}", "\n",
      "\r",
      "\u{301}", "1", "\u{E0100}", "字", "\u{E0041}", "م",
    ]
    for _ in 0..<2000 {
      let text = (0..<8).map { _ in scraps.randomElement(using: &random) ?? "" }.joined()
      #expect(text.replacingUnseen(by: nil).firstUnseen == nil, "\(text.debugDescription)")
      #expect(text.replacingUnseen(by: "x").firstUnseen == nil, "\(text.debugDescription)")
    }
  }
}
