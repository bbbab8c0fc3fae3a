extension RegisterReader {
  /// Reads a register's file as it stands, without its lock and its journal. Its records are
  /// decoded while its bytes come in. O(bytes).
  public static func read(
    file path: String, in environment: RegisterEnvironment
  ) throws(FileProblem) -> ReadRegister {
    var reading: BackgroundReading?
    let bytes = try RegisterFile.look(at: path, in: environment) { bytes in
      reading = BackgroundReading(bytes, nil)
    }
    return reading?.finish(bytes) ?? read(bytes)
  }
}
