extension Drawing {
    /// The drawing as an SVG file of its own, for beside a Markdown report.
    /// The title tells what it shows to who does not see it.
    package func svg(title: String) -> String {
        var bytes = MarkupBytes()
        let root = Attribute("xmlns", "http://www.w3.org/2000/svg")
        bytes.svg(self, title: title, titleID: "title", root: [root])
        bytes.raw("\n")
        return bytes.text
    }
}

extension MarkupBytes {
    /// An `svg` element. What could run a program or restyle the page is left
    /// out: scripts, foreign content, `on…` and `style` attributes, and links
    /// to anywhere but the drawing itself.
    mutating func svg(
        _ drawing: Drawing, title: String, titleID: String, root: [Drawing.Attribute] = []
    ) {
        raw("<svg")
        for attribute in root { self.attribute(attribute.name, attribute.value) }
        attribute("viewBox", "0 0 \(drawing.width) \(drawing.height)")
        if !root.isEmpty {
            attribute("width", "\(drawing.width)")
            attribute("height", "\(drawing.height)")
        }
        attribute("role", "img")
        attribute("aria-labelledby", titleID)
        raw("><title")
        attribute("id", titleID)
        raw(">")
        escapedXML(title)
        raw("</title>")
        drawing.content.forEach { node($0) }
        raw("</svg>")
    }

    private mutating func node(_ node: Drawing.Node) {
        switch node {
        case .text(let text): escapedXML(text)
        case .element(let name, let attributes, let children):
            guard isName(name), !["script", "style", "foreignobject"].contains(name.lowercased())
            else { return }
            raw("<\(name)")
            for attribute in attributes where isAllowed(attribute) {
                raw(" \(attribute.name)=\"")
                escapedXML(attribute.value)
                raw("\"")
            }
            guard !children.isEmpty else { return raw("/>") }
            raw(">")
            children.forEach { self.node($0) }
            raw("</\(name)>")
        }
    }

    private func isAllowed(_ attribute: Drawing.Attribute) -> Bool {
        let name = attribute.name.lowercased()
        guard isName(name), name != "style", !name.hasPrefix("on") else { return false }
        return !name.hasSuffix("href") || attribute.value.hasPrefix("#")
    }

    private func isName(_ name: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = name.utf8.first, letters.contains(first | 0x20) else { return false }
        return name.utf8.allSatisfy {
            letters.contains($0 | 0x20) || digits.contains($0) || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ":")
        }
    }

    /// XML allows no control characters, not even escaped.
    private mutating func escapedXML(_ text: String) {
        escaped(
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter {
                        $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE
                            || [0x09, 0x0A, 0x0D].contains($0.value)
                    })))
    }
}
