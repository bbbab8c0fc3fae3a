internal import Glibc

/// Why something on a register's folder could not be done: what a message needs. The words are in
/// `description`, and nowhere else.
public enum FileProblem: Error, Hashable, Sendable {
  /// A system call failed, with this errno.
  case failed(FileCall, path: String, code: Int32)
  /// The register did not fit; the file is as it was. Bytes needed, and free if that is known.
  case noSpace(path: String, needed: Int, free: Int?)
  /// The register did not fit what this user may have on the disk; the file is as it was.
  case noQuota(path: String, needed: Int)
  /// The register does not fit the memory: bytes it needs, and bytes that are free.
  case noMemory(path: String, needed: Int, free: Int)
  /// The register is of 4 GiB or more.
  case tooLarge(path: String)
  /// A file has more bytes than it may have.
  case longer(path: String, than: Int)
  /// There is no such file.
  case missing(path: String)
  /// The folder that the open register lies in is at its path no more, and nowhere else.
  case folderGone(path: String)
  /// A folder has the name.
  case isFolder(path: String)
  /// The pipe was at its end before anything came out of it.
  case nothingCame(path: String)
  /// A pipe or a device has it.
  case notOrdinary(path: String)
  /// The file is the register, or kept for it.
  case partOfRegister(path: String)
  /// Something else has the name of a file that the program makes.
  case notOurs(path: String, what: String)
  /// A link has it.
  case isLink(path: String)
  /// A file was to be created, and somebody else has made one of that name.
  case appeared(path: String)
  /// Another jointview is writing the register, and does not come to an end.
  case busy(path: String, RegisterFile.ReadOnlyReason)
  /// The register was opened for reading only.
  case readOnly(path: String, RegisterFile.ReadOnlyReason)
  /// Overwriting in place broke off; the whole new text is in `copy`, and the next open finishes
  /// it.
  case halfWritten(path: String, copy: String, code: Int32)

  /// The errno, if the kernel gave one.
  public var code: Int32? {
    switch self {
    case .failed(_, _, let code), .halfWritten(_, _, let code): code
    case .noSpace, .noQuota, .noMemory, .tooLarge, .longer, .missing, .folderGone, .isFolder,
      .nothingCame, .notOrdinary, .partOfRegister, .notOurs, .isLink, .appeared, .busy, .readOnly:
      nil
    }
  }
}

/// A call of a ``Disk``, for messages; named for what it does to the file in the sentence "cannot
/// …".
public enum FileCall: String, Hashable, Sendable {
  case open, read, write, cut, sync, close, examine, list, rename, remove, lock
  case reserve = "make room for"
  case keepAccess = "keep the owner and mode of"
  case makeFolder = "make the folder"
}

extension FileProblem {
  /// True if this user may not write, or make, the file of this path.
  func forbidsOpening(_ path: String) -> Bool {
    guard case .failed(.open, path, let code) = self else { return false }
    return code == EACCES || code == EPERM || code == EROFS
  }

  /// The same about the file that a person named, where a temporary one stood for it.
  func naming(_ path: String, not temporary: String) -> FileProblem {
    guard case .failed(let call, temporary, let code) = self else { return self }
    return .failed(call, path: path, code: code)
  }

  /// True where there is no such file.
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// True where a file has the name already.
  var isTaken: Bool { code == EEXIST }

  /// True for the errors of a full disk, a used-up quota or a size limit.
  var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
}

extension FileProblem: CustomStringConvertible {
  /// One sentence for a person, without a full stop.
  public var description: String {
    switch self {
    case .failed(let call, let path, let code):
      "cannot \(call.rawValue) \(path): \(Self.reason(for: code))"
    case .noSpace(let path, let needed, let free):
      "no room for \(path): it needs \(needed) bytes"
        + (free.map { ", \($0) are free" } ?? "") + "; the file is as it was"
    case .noQuota(let path, let needed):
      "no room for \(path): it needs \(needed) bytes, and your quota is used up; the file is as it "
        + "was"
    case .noMemory(let path, let needed, let free):
      "\(path) needs \(needed >> 20) MB of memory, and \(free >> 20) MB are free"
    case .tooLarge(let path):
      "\(path) is 4 GiB or more; a register must be smaller"
    case .longer(let path, let most):
      "cannot read \(path): it is larger than \(most >> 20) MiB"
    case .missing(let path):
      "there is no file \(path)"
    case .folderGone(let path):
      "the folder of \(path) was removed; nothing is written until it is back"
    case .isFolder(let path):
      "\(path) is a folder, not a register"
    case .nothingCame(let path):
      "nothing came out of the pipe \(path): nobody writes to it"
    case .notOrdinary(let path):
      "cannot read \(path): it is not an ordinary file"
    case .partOfRegister(let path):
      "\(path) is a part of the register; it was left alone"
    case .notOurs(let path, let what):
      "\(path) is not a \(what); it was left alone"
    case .isLink(let path):
      "cannot use \(path): it is a link, and the program follows none there"
    case .appeared(let path):
      "there is a file \(path) already; it was left alone"
    case .busy(let path, let reason):
      "\(path) cannot be written just now: \(reason.holder?.description ?? reason.description) "
        + "is writing it and has not finished"
    case .readOnly(let path, let reason):
      "\(path) cannot be written: \(reason)"
    case .halfWritten(let path, let copy, let code):
      "\(path) is half written: \(Self.reason(for: code)); all of it is in \(copy), "
        + "and opening the register again finishes it"
    }
  }

  private static func reason(for code: Int32) -> String {
    String(cString: strerror(code))
  }
}
