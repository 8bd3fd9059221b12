extension String {
    /// The text without what would steer a terminal: messages quote input that
    /// others wrote.
    var printable: String {
        var shown = UnicodeScalarView()
        for scalar in unicodeScalars {
            let isDirection = ("\u{202A}"..."\u{202E}").contains(scalar)
                || ("\u{2066}"..."\u{2069}").contains(scalar)
            let isControl = scalar.properties.generalCategory == .control
            shown.append(isControl || isDirection ? "\u{FFFD}" : scalar)
        }
        return String(shown)
    }
}
