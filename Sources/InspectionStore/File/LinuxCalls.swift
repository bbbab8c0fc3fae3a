internal import Glibc

// Calls of Linux that the Glibc module leaves out (it is built without _GNU_SOURCE, and without
// <sys/xattr.h>). They take and return plain C integers and pointers, as the header says.

@_silgen_name("renameat2")
func renameat2(
  _ fromFolder: CInt, _ from: UnsafePointer<CChar>,
  _ toFolder: CInt, _ to: UnsafePointer<CChar>, _ flags: CUnsignedInt
) -> CInt

@_silgen_name("fallocate")
func fallocate(_ file: CInt, _ mode: CInt, _ offset: off_t, _ size: off_t) -> CInt

@_silgen_name("listxattr")
func listxattr(
  _ path: UnsafePointer<CChar>, _ list: UnsafeMutableRawPointer?, _ size: Int
) -> Int

@_silgen_name("getxattr")
func getxattr(
  _ path: UnsafePointer<CChar>, _ name: UnsafePointer<CChar>,
  _ value: UnsafeMutableRawPointer?, _ size: Int
) -> Int

@_silgen_name("fsetxattr")
func fsetxattr(
  _ file: CInt, _ name: UnsafePointer<CChar>, _ value: UnsafeRawPointer?, _ size: Int, _ flags: CInt
) -> CInt

/// `RENAME_NOREPLACE` of <linux/fs.h>.
let renameNoReplace: CUnsignedInt = 1
/// `RENAME_EXCHANGE` of <linux/fs.h>.
let renameExchange: CUnsignedInt = 2
/// `FALLOC_FL_KEEP_SIZE` of <linux/falloc.h>.
let reserveKeepingSize: CInt = 1
