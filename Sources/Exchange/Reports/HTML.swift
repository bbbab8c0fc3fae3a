/// A piece of a page, in HTML or in the SVG within it.
///
/// Names of elements and attributes are written in the program. What a register says enters only as
/// text or as the value of an attribute, and both are escaped when the page is printed.
enum HTML: Sendable {
  case text(String)
  case style(StyleSheet)
  case node(Element)

  struct Element: Sendable {
    let name: StaticString
    let attributes: [(name: StaticString, value: String)]
    let children: [HTML]
    let form: Form
  }

  /// How an element is written.
  enum Form {
    /// `<p>…</p>`, on one line with what is in it.
    case line
    /// The same with each thing in it on a line of its own.
    case block
    /// `<meta>`, which has no end.
    case void
    /// `<rect/>`, as SVG writes what holds nothing.
    case empty
  }

  /// Attributes in their order; those that are nil are left out.
  typealias Attributes = KeyValuePairs<StaticString, (any CustomStringConvertible)?>
}

// MARK: - Making

extension HTML {
  static func element(_ name: StaticString, _ children: [HTML]) -> HTML {
    element(name, [:], children)
  }

  static func element(_ name: StaticString, _ text: String) -> HTML {
    element(name, [:], [.text(text)])
  }

  static func element(_ name: StaticString, _ attributes: Attributes, _ text: String) -> HTML {
    element(name, attributes, [.text(text)])
  }

  static func element(
    _ name: StaticString, _ attributes: Attributes, _ children: [HTML]
  ) -> HTML {
    .node(Element(name, attributes, children, .line))
  }

  static func block(
    _ name: StaticString, _ attributes: Attributes = [:], lines children: [HTML]
  ) -> HTML {
    .node(Element(name, attributes, children, .block))
  }

  static func void(_ name: StaticString, _ attributes: Attributes) -> HTML {
    .node(Element(name, attributes, [], .void))
  }

  static func empty(_ name: StaticString, _ attributes: Attributes) -> HTML {
    .node(Element(name, attributes, [], .empty))
  }

  static func list(_ sentences: [String]) -> HTML {
    .block("ul", lines: sentences.map { .element("li", $0) })
  }

  /// An address of the web as a link; anything else as text, so that no script can hide in one.
  static func link(_ address: String) -> HTML {
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    return isWeb ? .element("a", ["href": address], address) : .text(address)
  }
}

extension HTML.Element {
  fileprivate init(
    _ name: StaticString, _ attributes: HTML.Attributes, _ children: [HTML], _ form: HTML.Form
  ) {
    (self.name, self.children, self.form) = (name, children, form)
    self.attributes = attributes.compactMap { name, value in
      value.map { (name, $0.description) }
    }
  }
}

// MARK: - Printing

extension HTML {
  /// The page of which this is the root.
  var page: String {
    var page = "<!DOCTYPE html>\n"
    print(to: &page)
    return page + "\n"
  }

  fileprivate func print(to page: inout String) {
    switch self {
    case .text(let text): Self.escape(text, to: &page)
    case .style(let style): page += "\(style.css)"
    case .node(let element): element.print(to: &page)
    }
  }

  /// A text that says what it says in an element and in a quoted attribute.
  fileprivate static func escape(_ text: String, to page: inout String) {
    for scalar in Report.plain(text).unicodeScalars {
      switch scalar {
      case "&": page += "&amp;"
      case "<": page += "&lt;"
      case ">": page += "&gt;"
      case "\"": page += "&quot;"
      case "'": page += "&#39;"
      default: page.unicodeScalars.append(scalar)
      }
    }
  }
}

extension HTML.Element {
  fileprivate func print(to page: inout String) {
    page += "<\(name)"
    for (name, value) in attributes {
      page += " \(name)=\""
      HTML.escape(value, to: &page)
      page += "\""
    }
    page += form == .empty ? "/>" : ">"
    if form == .void || form == .empty { return }
    if form == .block { page += "\n" }
    for child in children {
      child.print(to: &page)
      if form == .block { page += "\n" }
    }
    page += "</\(name)>"
  }
}
