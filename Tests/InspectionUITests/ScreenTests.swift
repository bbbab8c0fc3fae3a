import Testing

/// The whole of a screen of 80 by 24, as it stands in the test.
private func expect(_ keys: String, _ cursor: [String], _ screen: String) throws {
  let stage = try play(keys)
  #expect(stage.screen == screen)
  #expect(stage.cursor == cursor)
}

@Test func `the areas, with when each was inspected`() throws {
  try expect(
    "", ["Ashby"],
    """
     jointview ▸ Areas                                                 register.rec
     Area ↑                         Inspected   Last       Region                  ›
    ▌Ashby                          1           2017-05-08 East
     Birchwood                      1           2016-02-01 North
     Corley                                                East

















     <Enter> open  / filter  s sort  g i inspections  g c contributions  ? help
                                                                                1/3
    """)
}

@Test func `the inspections, the earliest first`() throws {
  try expect(
    "g i", ["Birchwood"],
    """
     jointview ▸ Inspections                                           register.rec
     Area                    Fieldwork ↑ Theme or framework       Passages  Coded  ›
    ▌Birchwood               2016-02-01  Abuse within the family
     Ashby                   2017-05-08  Neglect of older childr… 3         1


















     <Enter> open  / filter  s sort  R read-report  g a areas  : palette  ? help
                                                                                1/2
    """)
}

@Test func `an inspection: its facts above its passages`() throws {
  try expect(
    "<Enter> <Enter>", ["s1"],
    """
     jointview ▸ Areas ▸ Ashby ▸ Ashby 2017                            register.rec
     Theme       Neglect of older children
     Framework   Joint targeted area inspection
     Fieldwork   2017-05-08 to 2017-05-12
     Published   2017-06-30
     By          Ofsted
     Certainty   stated in the letter
     Source      https://example.org/ashby
    ────────────────────────────────────────────────────────────────────────────────
     Passage   Page Coded        Text or ≈ summary
    ▌s1        3                 Police and social care meet each morning, and plan…
     s2        3                 Leaders listen to children.
     i1        4    h-           Health visitors do not share what they know.









     <Enter> open  t letter  c code  / filter  R read-report  s sort  ? help
                                                                                1/3
    """)
}

@Test func `a passage, what is coded in it, and the letter after it`() throws {
  try expect(
    "<Enter> <Enter> G <Enter>", ["Health"],
    """
     jointview ▸ Areas ▸ Ashby ▸ Ashby 2017 ▸ i1                       register.rec
     area for improvement 1 · page 4 · Ashby 2017
     agencies named: Health
     Health visitors do not share what they know.

      Agency                   ±  Criterion                With           By      ›
     ▌Health                   -  I4 Response to the theme                mh















     c code  e change  <Del> remove  i note  m memo  J next-passage  ? help
                                                                                1/1
    """)
}

@Test func `the contributions`() throws {
  try expect(
    "g c", ["Ashby 2017 i1"],
    """
     jointview ▸ Contributions                                         register.rec
     Passage ↑                   Agency                 ±  Criterion               ›
    ▌Ashby 2017 i1               Health                 -  I4 Response to the theme



















     <Enter> open  / filter  s sort  # group  e change  <Del> remove  ? help
                                                                                1/1
    """)
}

@Test func `the code line with what may come next`() throws {
  try expect(
    "<Enter> <Enter> <Enter> c p 4", [],
    """
     jointview ▸ Areas ▸ Ashby ▸ Ashby 2017 ▸ s1                       register.rec
     strength 1 · page 3 · Ashby 2017
     agencies named: Police, Social care
     Police and social care meet each morning, and plan for each child together.

     Nothing coded yet. c opens the code line.


     s2    Leaders listen to children.
           page 3

      Area for improvement

     i1    Health visitors do not share what they know.
           page 4 · Health  coded h-


    next: direction: + - = 0
    + strength        - shortfall       = mixed           0 only mentioned
    4 Response to the theme



    code p4
    """)
}

@Test func `the palette with the keys of what it finds`() throws {
  try expect(
    ": p r e v", ["Ashby", "preview"],
    """
     jointview ▸ Areas                                                 register.rec
     Area ↑                         Inspected   Last       Region                  ›
    ▌Ashby                          1           2017-05-08 East
     Birchwood                      1           2016-02-01 North
     Corley                                                East








    ▌p         preview              Show or hide the preview
     N         previous-hit         Previous match of the search
     K         previous-passage     The previous passage
     k         up                   Previous row
     <PgUp>    page-up              Previous page





    :prev
    """)
}

@Test func `the keys that may follow g`() throws {
  try expect(
    "g", ["Ashby"],
    """
     jointview ▸ Areas                                                 register.rec
     Area ↑                         Inspected   Last       Region                  ›
    ▌Ashby                          1           2017-05-08 East
     Birchwood                      1           2016-02-01 North
     Corley                                                East






                                     g first                 k concerns
                                     a areas                 b burden
                                     i inspections           s scenarios
                                     e passages              p programme
                                     j judgements            M method
                                     c contributions         q brief
                                     r reviews               v value
                                     n memos                 t trend
                                     d codebook              x problems
                                     m picture               l messages
                                     f framework             w welcome
     <Enter> open  / filter  s sort  g i inspections  g c contributions  ? help
                                                                                1/3
    """)
}

@Test func `the help, of the screen one came from first`() throws {
  // How far down one is depends on how many keys there are, and is no matter here.
  let screen = try play("g c ?").canvas.text.dropLast().joined(separator: "\n")
  #expect(
    screen == """
       jointview ▸ Contributions ▸ Help                                  register.rec
       On the screen you came from
       <Enter>                 Open the row under the cursor
       /                       Narrow a list or an account; search a text
       s                       Sort by the column under the cursor; again: reverse
       #                       Count rows by this column; in groups, by the next
       e                       Change the contribution under the cursor, or a fact
       <Del>                   Remove what is under the cursor; retire a criterion
       i                       Write a note on the contribution
       u                       Undo the last change

       Moving
       j  <Down>  <C-n>        Next row; 10j goes ten rows
       k  <Up>  <C-p>          Previous row
       <PgDn>  <C-f>           Next page
       <PgUp>  <C-b>           Previous page
       <C-d>                   Half a page down
       <C-u>                   Half a page up
       g g  <Home>             First row
       G  <End>                Last row; 12G goes to row 12
       <Enter>                 Open the row under the cursor
       <Esc>  <BS>             Clear a message, a search, a filter; else go back
       j down  <Enter> open  / filter  <PgDn> page-down  <Esc> back  ? help
      """)
}

@Test func `no problems`() throws {
  try expect(
    "g x", [],
    """
     jointview ▸ Areas ▸ Problems                                      register.rec
     nothing wrong: every record was read and fits




















     <Esc> back  ? help
                                                                               none
    """)
}

@Test func `a wide window has the facts and the agencies beside the passages`() throws {
  let stage = try play("<Enter> <Enter>", size: (120, 24))
  #expect(stage.canvas.text(row: 1).contains("│  Passage   Page Coded        Text"))
  #expect(stage.canvas.text.contains { $0.hasPrefix(" Health                        ·  1  ·  ·") })
}

@Test func `an inspection without passages says how to read its letter`() throws {
  for key in ["<Enter>", "c"] {
    let stage = try play("g i <Enter> " + key)
    #expect(stage.shows("no passages yet: R reads the report"))
  }
}
