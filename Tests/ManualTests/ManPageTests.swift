import Manual
import Testing

private func roff(_ blocks: ManualBlock...) -> String {
  ManPage(
    "a-b", section: 5, summary: "what it is", date: "2026-11-29", source: "a 1",
    sections: [("Words", blocks)]
  ).roff
}

@Test func `a page has its name, its summary and its sections`() {
  #expect(
    roff(.paragraph([.text("One. "), .code("two")]), .heading("Three"), .item([.text("four")]))
      == #"""
      .TH A-B 5 2026-11-29 "a 1"
      .SH NAME
      a\-b \- what it is
      .SH WORDS
      One. \fBtwo\fR
      .SS Three
      .IP \(bu 2
      four

      """#)
}

@Test func `what a file says never becomes a macro or an escape`() {
  let text = roff(
    .paragraph([.text(".SH \\fIx '`\"^~ ≈")]), .code([".so /etc/passwd", "'br"]),
    .definition(term: [.code(".")], meaning: [.text("'")]))
  #expect(
    text.hasSuffix(
      #"""
      .SH WORDS
      \&.SH \efIx \(aq\(ga\(dq\(ha\(ti \[u2248]
      .PP
      .RS 4
      .nf
      \&.so /etc/passwd
      \(aqbr
      .fi
      .RE
      .TP
      \fB.\fR
      \(aq

      """#))
}

@Test func `short code is never broken, and no line is long`() {
  let words = Array(repeating: ManualSpan.text("word "), count: 40) + [.code("g a")]
  let lines = roff(.paragraph(words)).split(separator: "\n")
  #expect(lines.allSatisfy { $0.utf8.count < 80 })
  #expect(lines.last?.hasSuffix(#"\fBg\ a\fR"#) == true)
}
