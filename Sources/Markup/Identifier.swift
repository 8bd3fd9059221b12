/// The ids of headings, tables and figures: what a link's `#` names.
package enum Identifier {
    /// Whether an id is small letters, digits and hyphens, at least one.
    package static func isValid(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
    }

    /// The id that GitHub gives a heading of this text: small letters,
    /// punctuation left out save `-` and `_`, spaces as hyphens.
    package static func slug(_ text: String) -> String {
        var slug = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar == " " {
                slug.append("-")
            } else if scalar == "-" || scalar == "_" || isLetterOrDigit(scalar) {
                slug.append(scalar)
            }
        }
        return String(slug)
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark,
            .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}

extension Document {
    /// Every heading with an id: its own, or else the slug of its text, with
    /// `-1`, `-2` after it where another has that id already.
    package func givingIDs() -> Document {
        var taken: Set<String> = []
        forEachBlock { block in
            switch block.kind {
            case .heading(let heading): if let id = heading.id { taken.insert(id) }
            case .table(let table): if let id = table.id { taken.insert(id) }
            case .figure(let figure): if let id = figure.id { taken.insert(id) }
            case .paragraph, .blockQuote, .list, .codeBlock, .rawHTML, .thematicBreak, .passage:
                break
            }
        }
        return mapHeadings { heading in
            guard heading.id == nil else { return }
            let slug = Identifier.slug(heading.content.plainText)
            let base = slug.isEmpty ? "section" : slug
            var id = base
            var count = 0
            while !taken.insert(id).inserted {
                count += 1
                id = "\(base)-\(count)"
            }
            heading.id = id
        }
    }

    /// In reading order, so that the first of two equal headings has the
    /// plain id.
    private func mapHeadings(_ change: (inout Heading) -> Void) -> Document {
        mapBlocks { block in
            guard case .heading(var heading) = block.kind else { return [block] }
            change(&heading)
            return [Block(.heading(heading), line: block.line)]
        }
    }
}
