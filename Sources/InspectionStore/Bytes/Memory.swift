internal import CLinux
internal import Glibc

/// What the process holds and does not use.
public enum Memory {
  /// Has all threads share two pools, before there are any. Each of the few would else keep one
  /// with gaps of its own, and what is large and made at once, as tables are, is in no pool. With
  /// one alone, the first frame waits for the threads that read the register, each time two of them
  /// want memory: 1.5 ms in all.
  ///
  /// Nothing else is set: to set how the pools grow would keep them from learning what is large,
  /// and every large array would be mapped and unmapped for itself.
  public static func sharePools() { mallopt(M_ARENA_MAX, 2) }

  /// Gives back to the system what was freed: work that took much for a moment would else keep it
  /// with its thread.
  public static func giveBack() { malloc_trim(0) }

  /// Lets go of the program's own text, so that only what is used from now on counts as memory.
  ///
  /// The kernel maps sixteen pages around each one that is touched, and most of what a start
  /// touches (the command line, the settings, the reading) is not needed again. What is, is mapped
  /// anew from the page cache when next it runs: some sixty faults, less than a millisecond in all.
  public static func giveBackText() {
    _ = clinux_each_object(
      { object, _, _ in
        guard let object = object?.pointee, let segments = object.segments else { return 0 }
        for segment in UnsafeBufferPointer(start: segments, count: Int(object.count)) {
          Memory.letGo(of: segment, at: object.base)
        }
        return 0
      }, nil)
  }

  /// Only what is never written to is in the file as it is in memory; a page that was written would
  /// be lost.
  private static func letGo(of segment: Elf64_Phdr, at base: Elf64_Addr) {
    guard segment.p_type == PT_LOAD, segment.p_flags & UInt32(PF_W) == 0 else { return }
    let page = Elf64_Addr(sysconf(Int32(_SC_PAGESIZE)))
    let start = (base + segment.p_vaddr) / page * page
    let count = base + segment.p_vaddr + segment.p_memsz - start
    madvise(UnsafeMutableRawPointer(bitPattern: UInt(start)), Int(count), MADV_DONTNEED)
  }
}
