import Markup

/// Documents of every kind of block and inline, put together at random.
struct RandomDocument {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func document() -> Document { Document(blocks(1...5, depth: 0)) }

    private mutating func blocks(_ counts: ClosedRange<Int>, depth: Int) -> [Block] {
        let count = Int.random(in: counts, using: &random)
        return (0..<count).map { _ in block(depth: depth) }
    }

    private mutating func block(depth: Int) -> Block {
        switch Int.random(in: 0..<(depth < 3 ? 14 : 8), using: &random) {
        case 0: Block(.heading(Heading(level: level(), id: id(), content: inlines())))
        case 1, 2, 3, 4: Block(.paragraph(inlines()))
        case 5:
            Block(.codeBlock(info: random.pick(["", "table x", "a`b", " c\\*d "]), text: code()))
        case 6: Block(random.chance(0.7) ? .thematicBreak : .rawHTML("<p>"))
        case 7: Block(.table(table()))
        case 8: Block(.blockQuote(blocks(0...3, depth: depth + 1)))
        case 9, 10, 11: Block(.list(list(depth: depth)))
        case 12: Block(.figure(figure()))
        default:
            Block(
                .passage(
                    Passage(
                        condition: random.pick([["for", "builder"], [], ["for", "a_b", "c*"]]),
                        blocks: blocks(0...3, depth: depth + 1))))
        }
    }

    private mutating func level() -> Int { Int.random(in: 1...6, using: &random) }

    private mutating func id() -> String? { random.pick([nil, "tbl-x", "fig-2", "Wrong", "y"]) }

    private mutating func list(depth: Int) -> List {
        let count = Int.random(in: 0...3, using: &random)
        return List(
            start: random.pick([nil, nil, 1, 0, 7, 999_999_998]), isTight: random.chance(0.6),
            items: (0..<count).map { _ in
                blocks(random.chance(0.6) ? 1...1 : 0...3, depth: depth + 1)
            })
    }

    private mutating func table() -> Table {
        let columns = Int.random(in: 1...4, using: &random)
        let rows = Int.random(in: 0...3, using: &random)
        return Table(
            id: id(), caption: caption("Tabel"),
            alignments: (0..<columns).map { _ in random.pick([.none, .left, .center, .right]) },
            header: (0..<columns).map { _ in cell() },
            rows: (0..<rows).map { _ in
                (0..<(random.chance(0.9) ? columns : 2)).map { _ in cell() }
            })
    }

    private mutating func cell() -> [Inline] { random.chance(0.2) ? [] : inlines(1...2, depth: 1) }

    private mutating func caption(_ word: String) -> Caption? {
        let label = random.pick([nil, "\(word) 3", "\(word) B-2.1", "Table 4", "Schema 1", "x*"])
        return random.chance(0.4)
            ? nil : Caption(label: label, content: random.chance(0.9) ? inlines() : [])
    }

    private mutating func figure() -> Figure {
        let drawing = Drawing(file: "d.svg", width: 1, height: 1, content: [])
        return Figure(
            id: id(), caption: caption("Figuur"), alternative: RandomMarkdown.nasty(&random),
            picture: random.chance(0.5) ? .image(source: "i.svg") : .drawing(drawing))
    }

    private mutating func code() -> String {
        random.pick(["", "a", "a\n", "\n", "```\nx\n~~~", "  a\n\n\n    b\n", ":::\n", "a\r\nb\0"])
    }

    private mutating func inlines(_ counts: ClosedRange<Int> = 0...5, depth: Int = 0) -> [Inline] {
        let count = Int.random(in: counts, using: &random)
        return (0..<count).map { _ in inline(depth: depth) }
    }

    private mutating func inline(depth: Int) -> Inline {
        switch Int.random(in: 0..<(depth < 4 ? 18 : 9), using: &random) {
        case 0, 1, 2, 3: return .text(RandomMarkdown.nasty(&random))
        case 4: return .text(random.pick(["a", "b c", " ", "(", ".", ""]))
        case 5: return Inline(.code(RandomMarkdown.nasty(&random)))
        case 6: return Inline(random.chance(0.5) ? .softBreak : .lineBreak)
        case 7: return .value(random.pick(["1,5", ".", "-", "–"]), meaning: "x")
        case 8: return Inline(.rawHTML("<b>"))
        case 9, 10, 11: return Inline(.emphasis(inlines(0...3, depth: depth + 1)))
        case 12, 13, 14: return Inline(.strong(inlines(0...3, depth: depth + 1)))
        case 15, 16:
            return Inline(
                .link(
                    Link(
                        destination: destination(), title: title(),
                        content: inlines(0...3, depth: depth + 1))))
        default:
            return Inline(
                .image(
                    Image(
                        source: destination(), title: title(),
                        content: inlines(0...3, depth: depth + 1))))
        }
    }

    private mutating func destination() -> String {
        random.chance(0.6)
            ? random.pick(["#tbl-x", "#fig-2", "x.md", "https://a.b/c_d?e=1&f=2", "source:x", ""])
            : RandomMarkdown.nasty(&random)
    }

    private mutating func title() -> String {
        random.chance(0.8) ? "" : RandomMarkdown.nasty(&random)
    }
}
