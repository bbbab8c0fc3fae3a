/// Every call that jointview makes on a register's folder.
///
/// The program uses ``SystemDisk``; the tests put a simulated disk behind the same calls, which
/// loses power after every one of them and fails each of them with each errno. So the protocol has
/// no more calls than the recipes need, and no call does two things of which one could be lost.
///
/// A call that fails throws ``FileProblem/failed(_:path:code:)`` and has changed nothing, but for
/// `write`, which may have written a part, and `sync`, after which nobody knows what is on the
/// disk.
public protocol Disk: Sendable {
  /// Opens a file; never inherited by a program that jointview starts, and never waited for.
  ///
  /// Throws ``FileProblem/isLink(path:)`` or ``FileProblem/notOrdinary(path:)`` for a use that
  /// takes neither links nor pipes; see ``OpenUse``.
  func open(_ path: String, for use: OpenUse) throws(FileProblem) -> Descriptor
  /// Reads on from where the last read ended; 0 at the end of the file.
  func read(
    _ file: Descriptor, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FileProblem) -> Int
  /// The same from a place in the file, wherever the last read ended.
  func read(
    _ file: Descriptor, at offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FileProblem) -> Int
  /// Writes on from where the last write ended, perhaps only a part; says how many bytes.
  func write(_ bytes: RawSpan, to file: Descriptor) throws(FileProblem) -> Int
  /// Cuts a file to a length.
  func truncate(_ file: Descriptor, to size: Int) throws(FileProblem)
  /// Makes room on the disk for a file to grow to a size, without changing what it holds.
  func reserve(_ file: Descriptor, size: Int) throws(FileProblem)
  /// Returns when the contents (and, unless `dataOnly`, mode and owner) of a file are durable; for
  /// a folder, its names.
  func sync(_ file: Descriptor, dataOnly: Bool) throws(FileProblem)
  /// Gives a descriptor back; its lock goes with it.
  func close(_ file: Descriptor) throws(FileProblem)

  /// What is known of an open file.
  func status(of file: Descriptor) throws(FileProblem) -> FileStatus
  /// What is known of the file with a name; of the link itself unless links are followed.
  func status(at path: String, followingLinks: Bool) throws(FileProblem) -> FileStatus
  /// The text of a symbolic link.
  func target(ofLink path: String) throws(FileProblem) -> String
  /// The names in a folder, in no order, without `.` and `..`.
  func names(in folder: String) throws(FileProblem) -> [String]

  /// Gives a file another name, in one step.
  func rename(_ from: String, to: String, _ manner: RenameManner) throws(FileProblem)
  /// Takes a name away.
  func unlink(_ path: String) throws(FileProblem)
  /// Makes a folder.
  ///
  /// - Parameter isPrivate: whether only its owner may enter it.
  func makeFolder(_ path: String, isPrivate: Bool) throws(FileProblem)

  /// Takes the lock of an open file if nobody has it; false if somebody has.
  func lock(_ file: Descriptor) throws(FileProblem) -> Bool
  /// Gives an open file the owner, mode, access list and user attributes of another; throws if one
  /// of them cannot be kept.
  func copyAccess(from path: String, to file: Descriptor) throws(FileProblem)
  /// Lets those who may read or write a register do so with a file just made beside it, and nobody
  /// else: its group, its mode without the right to run it, its access list, and, where this user
  /// may give files away, its owner.
  func shareAccess(of path: String, with file: Descriptor) throws(FileProblem)
  /// Bytes that a user may still write there; nil where that is not known.
  func freeSpace(at path: String) -> Int?
}

/// An open file.
public struct Descriptor: Hashable, Sendable {
  /// The number the kernel knows it by.
  public let number: Int32

  /// An open file with this number.
  public init(number: Int32) { self.number = number }
}

/// What a file is opened for. Nothing but `reading` and `streaming` follows a link in the last part
/// of a path, or opens what is no ordinary file: those are for names that a person gave.
public enum OpenUse: Hashable, Sendable {
  /// To read it, or, for a folder, to sync it; a pipe that nobody writes to is at its end.
  case reading
  /// To read a pipe, and wait for those who write to it; one that nobody writes to is at its end.
  case streaming
  /// To read a file that the program made.
  case readingOwn
  /// To overwrite it from its first byte, without cutting it.
  case overwriting
  /// To write at its end, and to read it.
  case appending
  /// To write a new file; fails with `EEXIST` where there is one.
  case creating(isPrivate: Bool)
  /// To lock it, and to write into it who has it.
  case locking
}

/// How a file gets another name.
public enum RenameManner: Hashable, Sendable {
  /// What had the name before loses it.
  case replacing
  /// Fails with `EEXIST` if the name is taken.
  case ifFree
  /// The two files exchange their names.
  case exchanging
}

/// What is known of a file without reading it.
public struct FileStatus: Hashable, Sendable {
  /// What sort of thing has the name.
  public enum Kind: Hashable, Sendable { case regular, folder, link, pipe, other }

  /// What sort of thing it is.
  public var kind: Kind
  /// How many names it has.
  public var links: Int
  /// The number of the user it belongs to.
  public var owner: UInt32
  /// Who may do what with it: the lowest twelve bits, as `chmod` takes them.
  public var mode: UInt32
  /// Tells one state of it from another.
  public var stamp: FileStamp

  /// A status with these values.
  public init(kind: Kind, links: Int, owner: UInt32, mode: UInt32, stamp: FileStamp) {
    (self.kind, self.links, self.stamp) = (kind, links, stamp)
    (self.owner, self.mode) = (owner, mode)
  }
}

/// Tells one state of one file from another, without reading it: equal stamps, equal bytes.
public struct FileStamp: Hashable, Sendable {
  /// The file system it is on.
  public var device: UInt64
  /// Which file of that system it is.
  public var inode: UInt64
  /// Bytes.
  public var size: Int
  /// When its bytes last changed, in nanoseconds since 1970.
  public var modified: Int64
  /// When its bytes, names or mode last changed, in nanoseconds since 1970.
  public var changed: Int64

  /// A stamp with these values.
  public init(device: UInt64, inode: UInt64, size: Int, modified: Int64, changed: Int64) {
    (self.device, self.inode, self.size) = (device, inode, size)
    (self.modified, self.changed) = (modified, changed)
  }

  /// True if both are of one file, whatever was written in between.
  func isSameFile(as other: FileStamp) -> Bool {
    (device, inode) == (other.device, other.inode)
  }

  /// True if both show the same bytes of the same file; its name or mode may have changed.
  func hasSameBytes(as other: FileStamp) -> Bool {
    var copy = self
    copy.changed = other.changed
    return copy == other
  }
}
