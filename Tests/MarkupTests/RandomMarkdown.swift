/// Texts of pieces that Markdown gives a meaning, put together at random.
enum RandomMarkdown {
    private static let pieces = [
        "zand", "grind", "12,5", "CO2", "a", "é", "€", "“x”", " ", " ", " ", "  ", "\t",
        "*", "**", "***", "_", "__", "`", "``", "```", "~", "~~~", "\\", "\\*", "\\|", "|",
        "[", "]", "(", ")", "![", "](x.md)", "](x.md \"t\")", "[a](b)", "![a](b.svg 'c')",
        "<b>", "</b>", "<", ">", "<!-- x -->", "<http://a.b/c>", "&copy;", "&amp;", "&#42;", "&",
        "\"", "'", "!", "#", "=", "-", "+", ".", ":", "{#x}", "  ", "\\",
        "*a*", "**b**", "`c`", "_d_", "www.x.nl", "x@y.nl", "[r]", "[r][]", "[a][r]",
    ]

    private static let starts = [
        "", "", "", "", "- ", "* ", "+ ", "1. ", "2) ", "2024. ", "> ", ">", "# ", "## ",
        "    ", "  ", "\t", "---", "***", "===", "```", "~~~ swift", "| a | b |", "|---|:-:|",
        "|--:|", "a | b", "-|-", "| 1 | 2 |", "<div>", "[r]: http://a.b/c 'd'", "- - ", "> - ",
        "1. > ", "   ", "      ",
    ]

    static func text(_ random: inout SplitMix64) -> String {
        random.many(1...9) { random in
            let start = random.pick(starts)
            let rest = random.many(0...6) { $0.pick(pieces) }.joined()
            return random.chance(0.2) ? "" : start + rest
        }.joined(separator: "\n") + (random.chance(0.8) ? "\n" : "")
    }

    /// Text that holds every sign that Markdown reads, in any order.
    static func nasty(_ random: inout SplitMix64) -> String {
        random.many(1...7) { random in
            random.chance(0.4) ? random.pick(words) : String(random.pick(signs))
        }.joined()
    }

    private static let words = [
        "zand", " grind", "cement ", "a b", "12.", "2024. ", "Tabel: ", "Table 3.", ":::",
        "::: for x", "&copy;", "<b>", "http://x.nl", " {#id}", "---", "===", "- ", "+ ", "# ",
        "1) ", "```", "~~~", "\u{301}", "“x”", "…", "\u{A0}", "x_y_z", "![", "](x)", "[x]: y",
    ]

    private static let signs = Array("*_`[]()<>!&;#+-.0123|~:={}\\\"' \t\néa€$%^,/?@")
}
