/// Looks at an open register from time to time, for what the kernel tells nobody of: a file on
/// another machine's disk, a folder that was renamed, a link that leads elsewhere, a lock that was
/// given back.
public struct RegisterLookout: Sendable {
  /// What is to be seen.
  public enum Sight: Hashable, Sendable {
    case nothingNew
    /// Another program may have done something to the register, or to what lies beside it.
    case changed
    /// Whoever had the register, so that it was opened for reading only, is done with it.
    case free
  }

  private let place: RegisterPlace
  private let environment: RegisterEnvironment
  private let isWaiting: Bool
  private var last: [FileStamp?]

  /// A lookout for what happens from now on.
  public init(_ file: RegisterFile) {
    (place, environment) = (file.place, file.environment)
    isWaiting = file.isWaiting
    last = []
    last = stamps
  }

  /// What there is to see since the last look. Half a dozen calls of the kernel.
  public mutating func look() -> Sight {
    if isWaiting, RegisterLock.isFree(place, environment) { return .free }
    let former = last
    last = stamps
    return last == former ? .nothingNew : .changed
  }

  /// Of the register all there is to tell, of the others what file has the name.
  private var stamps: [FileStamp?] {
    let names = [place.given, place.folder, place.lock] + place.journals
    return [stamp(place.path)] + names.map { stamp($0)?.identity }
  }

  private func stamp(_ path: String) -> FileStamp? {
    try? environment.disk.status(at: path, followingLinks: true).stamp
  }
}

extension FileStamp {
  /// Which file it is, whatever it holds.
  fileprivate var identity: FileStamp {
    FileStamp(device: device, inode: inode, size: 0, modified: 0, changed: 0)
  }
}
