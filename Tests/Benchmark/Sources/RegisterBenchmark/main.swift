import CPass
import Glibc

let arguments = CommandLine.arguments
func readText(_ path: String) -> String {
  guard let f = fopen(path, "r") else { return "" }
  defer { fclose(f) }
  var out: [UInt8] = []
  var b = [UInt8](repeating: 0, count: 1 << 16)
  while true { let n = fread(&b, 1, b.count, f); if n == 0 { break }; out += b[..<n] }
  return String(decoding: out, as: UTF8.self)
}
let starter = readText("../../Sources/BuiltIn/starter.rec")
for n in [1000, 10000, 100_000, 1_000_000] {
  var maker = RegisterMaker(starter: starter, seed: 5)
  print(n, try maker.write(contributions: n, to: "/tmp/jv-scale/\(n).rec"))
}
