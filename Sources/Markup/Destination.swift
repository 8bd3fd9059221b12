/// Where a link leads or an image lies: which destinations are let through.
enum Destination {
    static let linkSchemes = ["https", "http", "mailto", "source"]
    static let imageSchemes = ["https", "http"]

    /// Whether a destination is a relative path, a fragment or an address of
    /// an allowed scheme. Judged as a browser reads it, which drops control
    /// characters, takes `\` for `/`, and reads `//x` as another site.
    static func isSafe(_ destination: String, schemes: [String]) -> Bool {
        let bytes = destination.utf8
        let scalars = destination.unicodeScalars
        guard !scalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }),
            bytes.first != UInt8(ascii: " "), !bytes.contains(UInt8(ascii: "\\")),
            !bytes.starts(with: "//".utf8)
        else { return false }
        let head = scalars.prefix { !"/?#".unicodeScalars.contains($0) }
        guard let colon = head.firstIndex(of: ":") else { return true }
        return schemes.contains(String(head[..<colon]).lowercased())
    }
}
