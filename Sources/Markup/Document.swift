/// A text as every writer sees it: blocks in reading order.
///
/// Read from Markdown by ``MarkdownReader``, or composed by the program;
/// computed tables and values are ordinary nodes. Equality looks at what
/// the text says, not at the lines it was read from.
package struct Document: Sendable, Equatable {
    package var blocks: [Block]

    package init(_ blocks: [Block] = []) { self.blocks = blocks }
}

/// A block: its kind and the line it was read from.
package struct Block: Sendable {
    package var kind: Kind
    /// In the file it was read from, counted from 1; nil when composed.
    package var line: Int?

    package init(_ kind: Kind, line: Int? = nil) {
        self.kind = kind
        self.line = line
    }

    package indirect enum Kind: Sendable, Equatable {
        case heading(Heading)
        case paragraph([Inline])
        case blockQuote([Block])
        case list(List)
        case codeBlock(info: String, text: String)
        /// Kept so that a rule can name it; no writer prints it.
        case rawHTML(String)
        case thematicBreak
        case table(Table)
        case figure(Figure)
        case passage(Passage)
    }
}

extension Block: Equatable {
    package static func == (a: Block, b: Block) -> Bool { a.kind == b.kind }
}

/// A piece of running text: its kind and the line it was read from.
package struct Inline: Sendable {
    package var kind: Kind
    package var line: Int?

    package init(_ kind: Kind, line: Int? = nil) {
        self.kind = kind
        self.line = line
    }

    package indirect enum Kind: Sendable, Equatable {
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        case code(String)
        case link(Link)
        case image(Image)
        case softBreak
        case lineBreak
        /// Kept so that a rule can name it; no writer prints it.
        case rawHTML(String)
        case value(PrintedValue)
    }
}

extension Inline: Equatable {
    package static func == (a: Inline, b: Inline) -> Bool { a.kind == b.kind }
}

extension Inline {
    package static func text(_ text: String) -> Inline { Inline(.text(text)) }
    package static func strong(_ text: String) -> Inline { Inline(.strong([.text(text)])) }
    package static func emphasis(_ text: String) -> Inline { Inline(.emphasis([.text(text)])) }
    package static func link(_ text: String, to destination: String) -> Inline {
        Inline(.link(Link(destination: destination, content: [.text(text)])))
    }
    package static func value(_ text: String, meaning: String? = nil) -> Inline {
        Inline(.value(PrintedValue(text: text, meaning: meaning)))
    }
}

extension Block {
    package static func paragraph(_ content: Inline...) -> Block { Block(.paragraph(content)) }
    package static func heading(_ level: Int, _ text: String, id: String? = nil) -> Block {
        Block(.heading(Heading(level: level, id: id, content: [.text(text)])))
    }
}

/// The title of a part of the text.
package struct Heading: Sendable, Equatable {
    /// 1 to 6.
    package var level: Int
    /// The fragment that a link names; nil until ids are given out.
    package var id: String?
    package var content: [Inline]

    package init(level: Int, id: String? = nil, content: [Inline]) {
        self.level = level
        self.id = id
        self.content = content
    }
}

/// Items, each of which holds blocks of its own.
package struct List: Sendable, Equatable {
    /// The first number of an ordered list; nil for bullets.
    package var start: Int?
    /// Whether its items print without paragraphs round their text.
    package var isTight: Bool
    package var items: [[Block]]

    package init(start: Int? = nil, isTight: Bool = true, items: [[Block]]) {
        self.start = start
        self.isTight = isTight
        self.items = items
    }
}

/// A text that leads somewhere: to a page, an id, a source or the web.
package struct Link: Sendable, Equatable {
    package var destination: String
    package var title: String
    package var content: [Inline]

    package init(destination: String, title: String = "", content: [Inline]) {
        self.destination = destination
        self.title = title
        self.content = content
    }
}

/// A picture in running text; one that stands alone is a ``Figure``.
package struct Image: Sendable, Equatable {
    package var source: String
    package var title: String
    /// The alternative text.
    package var content: [Inline]

    package init(source: String, title: String = "", content: [Inline]) {
        self.source = source
        self.title = title
        self.content = content
    }
}

/// A computed value, already formatted for its reader. Says the same as the
/// text alone; the meaning explains a symbol such as `.` or `x`.
package struct PrintedValue: Sendable, Equatable {
    package var text: String
    package var meaning: String?

    package init(text: String, meaning: String? = nil) {
        self.text = text
        self.meaning = meaning
    }
}

/// What stands above a table or below a figure: `Table 3. Caption`.
package struct Caption: Sendable, Equatable {
    /// "Table 3" once numbered; nil before.
    package var label: String?
    package var content: [Inline]

    package init(label: String? = nil, content: [Inline]) {
        self.label = label
        self.content = content
    }
}

/// Rows and columns as GitHub's Markdown can hold them: one header row, no
/// spans. The first column holds the row headers. Every row has as many
/// cells as there are columns. A row whose first cell is one strong text is
/// a total or a subtotal.
package struct Table: Sendable, Equatable {
    package enum Alignment: Sendable { case none, left, center, right }

    package var id: String?
    package var caption: Caption?
    package var alignments: [Alignment]
    package var header: [[Inline]]
    package var rows: [[[Inline]]]

    package init(
        id: String? = nil, caption: Caption? = nil,
        alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]
    ) {
        self.id = id
        self.caption = caption
        self.alignments = alignments
        self.header = header
        self.rows = rows
    }
}

/// A picture with its caption. A drawing was made by the program and prints
/// inside the page; an image lies in a file of its own.
package struct Figure: Sendable, Equatable {
    package enum Picture: Sendable, Equatable {
        case image(source: String)
        case drawing(Drawing)
    }

    package var id: String?
    package var caption: Caption?
    /// The alternative text: what the picture tells, for who does not see it.
    package var alternative: String
    package var picture: Picture

    package init(
        id: String? = nil, caption: Caption? = nil, alternative: String, picture: Picture
    ) {
        self.id = id
        self.caption = caption
        self.alternative = alternative
        self.picture = picture
    }
}

/// An SVG drawing as a tree. `file` is the name of the SVG file that stands
/// beside a Markdown report, in which a drawing cannot print.
package struct Drawing: Sendable, Equatable {
    package indirect enum Node: Sendable, Equatable {
        case element(String, [Attribute], [Node])
        case text(String)
    }

    package struct Attribute: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package var file: String
    package var width: Int
    package var height: Int
    package var content: [Node]

    package init(file: String, width: Int, height: Int, content: [Node]) {
        self.file = file
        self.width = width
        self.height = height
        self.content = content
    }
}

/// Text for some readers or some cases only: `::: for builder` … `:::`.
package struct Passage: Sendable, Equatable {
    /// The words after the colons: `["for", "builder"]`.
    package var condition: [String]
    package var blocks: [Block]

    package init(condition: [String], blocks: [Block]) {
        self.condition = condition
        self.blocks = blocks
    }
}
