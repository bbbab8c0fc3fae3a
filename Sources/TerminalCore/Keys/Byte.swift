/// The bytes that have a part in what terminals send, by ECMA-48.
enum Byte {
  static let interrupt: UInt8 = 0x03
  static let bell: UInt8 = 0x07
  static let escape: UInt8 = 0x1B
  static let delete: UInt8 = 0x7F
  /// Control characters but ``delete``.
  static let controls: Range<UInt8> = 0..<0x20

  /// The parts of a control sequence, in their order.
  static let parameters: ClosedRange<UInt8> = 0x30...0x3F
  static let intermediates: ClosedRange<UInt8> = 0x20...0x2F
  static let finals: ClosedRange<UInt8> = 0x40...0x7E
}
