import Crypto
import Source

/// Checksums, by swift-crypto: the same library will sign submissions. The
/// only file that knows it.
enum Digest {
    /// In lower-case hexadecimal.
    static func sha256(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// One checksum over several files, by path.
    static func sha256(of paths: [String], in tree: FileTree) -> String {
        var listing: [UInt8] = []
        for path in paths.sorted() {
            listing += Array("\(path) \(sha256(tree[path] ?? []))\n".utf8)
        }
        return sha256(listing)
    }
}
