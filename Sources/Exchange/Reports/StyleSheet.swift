/// A style sheet. It is one of those written here, so that nothing a register says gets into it.
struct StyleSheet: Sendable {
  let css: StaticString

  private init(css: StaticString) { self.css = css }

  /// Every pair of colours has a contrast of 4.5 or more (WCAG 2.2, 1.4.3): white on the four
  /// darkest shades.
  static let report = StyleSheet(
    css: """
      :root { color-scheme: light; }
      body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; margin: 0; \
      padding: 1rem; }
      h1 { font-size: 1.8rem; line-height: 1.2; } h2 { font-size: 1.3rem; margin-top: 2rem; }
      h3 { font-size: 1.05rem; margin-bottom: .2rem; }
      .question { font-weight: 600; } .answer { font-size: 1.15rem; border-left: .3rem solid \
      #1d4f91; \
      padding-left: .8rem; }
      p, ul, h1, h2, h3, svg { max-width: 70rem; }
      table { border-collapse: collapse; margin: .6rem 0; }
      caption { text-align: left; font-weight: 600; padding: .2rem 0; }
      th, td { border: 1px solid #8a8a8a; padding: .2rem .5rem; text-align: right; \
      vertical-align: top; }
      th { background: #f0f0f0; text-align: left; } td.words { text-align: left; }
      td.none { color: #4a4a4a; text-align: center; } abbr { text-decoration: none; }
      .heat1 { background: #eaf1fa; } .heat2 { background: #d5e3f4; } .heat3 { background: \
      #bcd3ec; }
      .heat4 { background: #9dbfe2; } .heat5 { background: #2f6fb3; color: #fff; }
      .heat6 { background: #255c98; color: #fff; } .heat7 { background: #1d4f91; color: #fff; }
      .heat8 { background: #133a6d; color: #fff; }
      svg { max-width: 100%; height: auto; display: block; margin: .6rem 0; }
      .source { margin: 0; font-size: .9rem; overflow-wrap: anywhere; } .evidence li { font-size: \
      .92rem; }
      a { color: #1d4f91; } details:not([open]) > :not(summary) { display: none; }
      @media print { body { font-size: 10pt; max-width: none; padding: 0; } .wide { overflow: \
      visible; }
      thead { display: table-header-group; } tr, svg, li { break-inside: avoid; } h2, h3 { \
      break-after: avoid; }
      td, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; padding: .1rem \
      .3rem; } }
      """)
}
