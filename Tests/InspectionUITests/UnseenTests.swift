import InspectionModel
import TerminalCore
import Testing

@Test func `what a text should not hold is never drawn`() {
  var canvas = Canvas(size: Size(columns: 8, rows: 1), style: Style(Role(rawValue: 0)))
  for value in UInt32(0)...0x10FFFF {
    guard let scalar = Unicode.Scalar(value), scalar.isUnseen else { continue }
    canvas.draw("a\(scalar)b\(scalar)     ", x: 0, y: 0, style: Style(Role(rawValue: 0)))
    let shown = canvas.text(row: 0)
    #expect(!shown.unicodeScalars.contains { $0.isUnseen }, "\(scalar.codeName)")
  }
}
