/// HTML and XML as bytes. Escapes by byte: a combining mark after `"` makes
/// one character with it, which a scan by character would let through.
struct MarkupBytes {
    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Text that is markup already.
    mutating func raw(_ markup: String) { bytes += markup.utf8 }

    /// Text that may hold anything.
    mutating func escaped(_ text: String) {
        for byte in text.utf8 { escape(byte) }
    }

    /// A name and its value, with the space before it.
    mutating func attribute(_ name: String, _ value: String) {
        raw(" \(name)=\"")
        escaped(value)
        raw("\"")
    }

    /// An attribute that holds an address: what may not stand in one is
    /// written as `%` and its number.
    mutating func address(_ name: String, _ destination: String) {
        raw(" \(name)=\"")
        for byte in destination.utf8 {
            if Self.standsInAddress[Int(byte)] {
                escape(byte)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                raw("%" + (digits.count == 1 ? "0" : "") + digits)
            }
        }
        raw("\"")
    }

    /// Ends the line, unless it is empty.
    mutating func endLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): raw("&amp;")
        case UInt8(ascii: "<"): raw("&lt;")
        case UInt8(ascii: ">"): raw("&gt;")
        case UInt8(ascii: "\""): raw("&quot;")
        case UInt8(ascii: "'"): raw("&#39;")
        default: bytes.append(byte)
        }
    }

    private static let standsInAddress: [Bool] = {
        let signs = Set("-_.+!*'(),%#@?=;:/&$~".utf8)
        return (UInt8.min...UInt8.max).map { byte in
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            return byte < 0x80 && (isLetter || isDigit || signs.contains(byte))
        }
    }()
}
