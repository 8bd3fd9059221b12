import Markup
import Testing

/// Walks and changes reach every place where blocks and inlines stand.
@Suite struct Traversal {
    private let text = """
        # `1`

        a *b `2`* [c `3`](d)

        > - `4`
        >
        >   1. `5`

        Tabel: `6`

        | `7` |
        |---|
        | `8` |

        Figuur: `9`

        ![a](b.svg)

        ::: for a

        `10`

        :::
        """

    @Test func `every inline is visited in reading order`() {
        var codes: [String] = []
        Reading(text).document.forEachInline { inline in
            if case .code(let code) = inline.kind { codes.append(code) }
        }
        #expect(codes == (1...10).map(String.init))
    }

    @Test func `every inline can be replaced by none, one or more`() {
        let document = Reading(text).document.mapInlines { inline in
            guard case .code(let code) = inline.kind else { return [inline] }
            return code == "1" ? [] : [.text(code), .text("!")]
        }
        var codes = 0
        var marks = 0
        document.forEachInline { inline in
            if case .code = inline.kind { codes += 1 }
            if case .text("!") = inline.kind { marks += 1 }
        }
        #expect(codes == 0 && marks == 9)
    }

    @Test func `every block can be replaced, the innermost first`() {
        var order: [Int] = []
        let document = Reading(text).document.mapBlocks { block in
            order.append(block.line ?? 0)
            if case .paragraph = block.kind { return [] }
            return [block]
        }
        #expect(order == [1, 3, 5, 7, 7, 5, 5, 11, 17, 21, 19])
        var paragraphs = 0
        document.forEachBlock { if case .paragraph = $0.kind { paragraphs += 1 } }
        #expect(paragraphs == 0)
    }

    @Test func `plain text is the words alone`() {
        let inlines: [Inline] = [
            .text("a"), Inline(.softBreak), .strong("b"), Inline(.rawHTML("<i>")),
            Inline(.image(Image(source: "x", content: [.emphasis("c")]))),
            .value("1", meaning: "y"),
        ]
        #expect(inlines.plainText == "a bc1")
    }
}
