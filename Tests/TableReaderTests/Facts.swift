import Foundation
import Testing

/// Published tables that are not kept here, in the folder that `JOINTVIEW_FACTS` names.
enum Facts {
  static var folder: String? { ProcessInfo.processInfo.environment["JOINTVIEW_FACTS"] }

  static let missing: Comment = "JOINTVIEW_FACTS names no folder of published tables"

  static func bytes(of name: String) throws -> [UInt8] {
    let folder = try #require(folder)
    return try Array(Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
  }
}
