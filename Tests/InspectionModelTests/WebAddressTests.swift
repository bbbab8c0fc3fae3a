import InspectionModel
import Testing

@Test(arguments: [
  ("https://files.ofsted.gov.uk/v1/file/50000221", WebAddress.Kind.report),
  ("https://assets.example/media/5f/Letter.PDF?download=1", .report),
  ("HTTPS://Files.Example:8443/download/17", .report),
  ("https://democracy.example/mgAi.aspx?ID=16358", .page),
  ("https://www.example/news/12.345", .page),
  ("http://www.example/inspectors-find.html", .page), ("https://example.org", .page),
  ("https://example.org/file", .page), ("https://example.org/files/list.html", .page),
  ("https://github.com/a/b/blob/c/file/d", .data), ("https://www.example/file/17/table.csv", .data),
])
func `an address shows whether it leads to a report`(text: String, kind: WebAddress.Kind) throws {
  #expect(try #require(WebAddress(text)).kind == kind)
}

@Test(arguments: [
  "", "letter.pdf", "file:///etc/passwd", "ftp://a/b.pdf", "http://", "http:///x",
  "https://a@b/c.pdf",
  "https://a/b c.pdf", "https://a/\u{1b}.pdf", "https://a/\u{e9}.pdf", "://x", "-K/etc/x",
])
func `what is no web address is none`(text: String) {
  #expect(WebAddress(text) == nil)
}

@Test(arguments: ["https://mirror.example/a", "https://mirror.example/a/"])
func `a mirror stands in for scheme and host`(mirror: String) throws {
  let address = try #require(WebAddress("http://Files.example/v1/file/1?x=y#z"))
  #expect(address.host == "files.example")
  let moved = address.moved(to: try #require(WebAddress(mirror)))
  #expect(moved?.text == "https://mirror.example/a/v1/file/1?x=y#z")
}
