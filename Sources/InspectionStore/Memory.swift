internal import CLinux

/// What the process holds and does not use.
public enum Memory {
  /// Gives back to the system what was freed: work that took much for a moment would else keep it with its thread.
  public static func giveBack() { malloc_trim(0) }
}
