import Testing

@testable import jointview

/// What a text reads as, printed in a form of flow style; or the sentence that says why not.
private func read(_ text: String) -> String { read(Array(text.utf8)) }

private func read(_ bytes: [UInt8]) -> String {
  do throws(YAMLError) {
    return try YAML.read(bytes).map(plain) ?? "nothing"
  } catch {
    return "\(error)"
  }
}

private func plain(_ value: YAML) -> String {
  switch value.kind {
  case .text(let text): text
  case .sequence(let values): "[" + values.map(plain).joined(separator: ", ") + "]"
  case .mapping(let pairs):
    "{" + pairs.map { plain($0.key) + ": " + plain($0.value) }.joined(separator: ", ") + "}"
  }
}

@Test(arguments: [
  ("a: b\nc:\n- 1\n- [x, {y: z}]\n", "{a: b, c: [1, [x, {y: z}]]}"),
  ("", "nothing"), ("# a remark\n", "nothing"), ("a:\nb: ~\n", "{a: , b: ~}"),
  ("'it''s': \"a\\tb\\x41\\u00e9\\\"\"\n", "{it's: a\tbAé\"}"),
  ("a: |\n  x\n  y\nb: >-\n  x\n  y\n", "{a: x\ny\n, b: x y}"),
  ("a: 012\nb: yes\nc: 2026-11-24\n", "{a: 012, b: yes, c: 2026-11-24}"),
  ("a:\tb\r\nc: d\r\n", "{a: b, c: d}"), ("\u{FEFF}a: b\nc: d\n", "{a: b, c: d}"),
  ("---\na: b\n...\n", "{a: b}"), ("%YAML 1.1\n--- {a: !!int 1}\n", "{a: 1}"),
  ("a: &x [1, 2]\nb: *x\nc: &x d\ne: *x\n", "{a: [1, 2], b: [1, 2], c: d, e: d}"),
  ("? [a, b]\n: c\n? [a, b]\n: d\n", "{[a, b]: c, [a, b]: d}"),
])
func `YAML is read as its texts, in their order`(text: String, value: String) {
  #expect(read(text) == value)
}

@Test(arguments: [
  ("a:\n\tb: c\n", "2: this is not YAML: found character that cannot start any token"),
  ("a: b\n\tc: d\n", "2: this is not YAML: found a tab character that violates indentation"),
  ("a: 'b\n", "2: this is not YAML: found unexpected end of stream"),
  ("a: \"\\q\"\n", "1: this is not YAML: found unknown escape character"),
  ("a: b: c\n", "1: this is not YAML: mapping values are not allowed in this context"),
  ("a: [b\n", "2: this is not YAML: did not find expected ',' or ']'"),
  ("a: b\nc: d\0\n", "2: this is not YAML: control characters are not allowed"),
  ("a: b\nc: *d\n", "2: this is not YAML: found undefined alias"),
  ("a: &a [*a]\n", "1: this is not YAML: found undefined alias"),
  ("a: b\nc: d\n'a': e\n", "3: “a” is here a second time"),
  ("a:\n  b: c\n  b: d\n", "3: “b” is here a second time"),
  ("a: b\n---\nc: d\n", "2: a second document begins here, and only one can be read"),
])
func `what is wrong with YAML is said with its line`(text: String, words: String) {
  #expect(read(text) == words)
}

@Test func `text that is not UTF-8 is said with its line`() {
  let latin = Array("a: b\n# caf".utf8) + [0xE9, 0x0A]
  #expect(read(latin) == "2: this is not YAML: incomplete UTF-8 octet sequence")
  #expect(read([0x61, 0x0A, 0x0A, 0xFF]) == "3: this is not YAML: invalid leading UTF-8 octet")
  let wide = "\u{FEFF}a: b\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  #expect(read(wide) == "{a: b}")
}

@Test(arguments: [16, 17, 100, 100_000])
func `YAML may be nested 16 deep, and no deeper`(depth: Int) {
  func nested(_ open: String, _ close: String) -> String {
    String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
  }
  let words = "1: this is nested more than 16 levels deep"
  #expect(read(nested("[", "]")) == (depth == 16 ? nested("[", "]") : words))
  #expect(read(nested("- ", "")) == (depth == 16 ? nested("[", "]") : words))
  #expect(read(nested("{a: ", "}")) == (depth == 16 ? nested("{a: ", "}") : words))
}

@Test func `names for values that hold such names lead no deeper either`() {
  let lines = (1...20).map { "- &a\($0) [*a\($0 - 1)]\n" }
  #expect(
    read("- &a0 x\n" + lines.joined()) == "17: this is nested more than 16 levels deep")
}

@Test func `a value that is named a billion times is held once`() throws {
  let ten = { (name: String) in Array(repeating: name, count: 10).joined(separator: ", ") }
  let lines = (1...9).map { "a\($0): &a\($0) [\(ten("*a\($0 - 1)"))]\n" }
  let root = try #require(
    try YAML.read(Array(("a0: &a0 [\(ten("x"))]\n" + lines.joined()).utf8)))
  #expect(root["a9"]?.sequence?.count == 10)
  #expect(root.height == 11)
}

@Test func `YAML may hold 10000 values, and no more`() {
  #expect(read(String(repeating: "- x\n", count: 9_999)).hasSuffix("x]"))
  #expect(
    read(String(repeating: "- x\n", count: 1_000_000))
      == "10000: the file has more than 10000 values")
}
