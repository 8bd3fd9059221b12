/// A point of the drawing; `y` grows downwards.
struct ChartPosition: Sendable, Equatable, CustomStringConvertible {
    var x: Double
    var y: Double

    var description: String { "\(coordinate(x)),\(coordinate(y))" }
}

struct ChartFrame: Sendable, Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func overlaps(_ other: ChartFrame) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ other: ChartFrame) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }

    /// Whether a straight stroke passes through it: the part of the stroke
    /// that is left after cutting at each side (Liang and Barsky).
    func meets(_ from: ChartPosition, _ to: ChartPosition) -> Bool {
        var start = 0.0, end = 1.0
        let across = to.x - from.x, down = to.y - from.y
        let cuts = [
            (-across, from.x - left), (across, right - from.x),
            (-down, from.y - top), (down, bottom - from.y),
        ]
        for (direction, distance) in cuts {
            if direction == 0 {
                if distance <= 0 { return false }
            } else if direction < 0 {
                start = max(start, distance / direction)
            } else {
                end = min(end, distance / direction)
            }
        }
        return start < end
    }
}

/// A text and the room that it takes.
struct ChartText: Sendable {
    enum Anchor: String, Sendable { case start, middle, end }

    /// Pixels, in a drawing of 640 wide.
    static let size = 14.0
    static let lineHeight = 17.0

    var name: String
    var text: String
    var x: Double
    var baseline: Double
    var anchor: Anchor

    var frame: ChartFrame {
        let width = Self.width(of: text)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        return ChartFrame(
            left: left, top: baseline - Self.size * 0.8, right: left + width,
            bottom: baseline + Self.size * 0.22)
    }

    /// An estimate on the wide side: a page may use any sans-serif.
    static func width(of text: String) -> Double {
        text.reduce(0) { width, character in
            let share =
                if " .,;:ilj|()'-".contains(character) { 0.36 }
                else if "mwMW%".contains(character) { 0.9 }
                else if character.isUppercase { 0.7 }
                else { 0.62 }
            return width + share * size
        }
    }

    /// The words of a text in lines of at most this width, at most `count`
    /// of them; what does not fit ends in `…`.
    static func wrapped(_ text: String, to width: Double, lines count: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ").map(String.init) {
            if let last = lines.last, Self.width(of: last + " " + word) <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(word)
            }
        }
        return Array(lines.prefix(count)).enumerated().map { index, line in
            let isCut = index == count - 1 && lines.count > count
            guard isCut || Self.width(of: line) > width else { return line }
            var short = line
            while Self.width(of: short + "…") > width, !short.isEmpty { short.removeLast() }
            return short + "…"
        }
    }
}

/// With one decimal at most, so that no host prints another digit.
func coordinate(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let part = abs(tenths) % 10
    return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10)" + (part == 0 ? "" : ".\(part)")
}
