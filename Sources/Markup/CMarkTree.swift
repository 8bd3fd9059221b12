import CCmarkGFM

/// The engine registers its extensions in a table of the whole process,
/// without a lock; a global constant is made exactly once.
private let registration: Void = cmark_gfm_core_extensions_ensure_registered()

/// A text as libcmark-gfm parsed it. Owns the engine's parser and tree.
///
/// Only the `table` extension is attached: the others change a table that
/// all threads share while they parse. Raw HTML stays off (safe mode), and so
/// does smart punctuation, which would change figures.
package struct CMarkTree: ~Copyable {
    private let parser: OpaquePointer
    private let root: OpaquePointer

    /// Parses a text; the caller has kept it within the reader's limits.
    package init(_ text: String) {
        _ = registration
        // Source positions make the engine count the line ends inside code
        // spans; it renders them only when the renderer is asked to.
        let parser: OpaquePointer = cmark_parser_new(CMARK_OPT_SOURCEPOS)
        if let table = cmark_find_syntax_extension("table") {
            cmark_parser_attach_syntax_extension(parser, table)
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cmark_parser_feed(parser, $0.baseAddress, $0.count)
            }
        }
        self.parser = parser
        root = cmark_parser_finish(parser)
    }

    deinit {
        cmark_node_free(root)
        cmark_parser_free(parser)
    }

    /// The tree as values; throws where it is deeper or larger than allowed.
    func document(depth: Int, nodes: Int) throws(EngineNode.Excess) -> EngineNode {
        var copy = TreeCopy(depthLimit: depth, nodesLeft: nodes)
        return try copy.node(root, depth: 0)
    }

    /// The engine's own HTML in safe mode, for the differential test alone.
    package func html() -> String {
        let extensions = cmark_parser_get_syntax_extensions(parser)
        guard let text = cmark_render_html(root, CMARK_OPT_DEFAULT, extensions) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }
}

/// A node of the engine's tree as a value, with the line it starts at
/// (counted from 1 in the parsed text; 0 where the engine does not say).
struct EngineNode: Sendable {
    enum Kind: Sendable {
        case document, blockQuote, item, paragraph, thematicBreak, tableRow, tableCell
        case list(start: Int?, isTight: Bool)
        case codeBlock(info: String, text: String)
        case heading(level: Int)
        case table([Table.Alignment])
        case emphasis, strong, softBreak, lineBreak
        case text(String)
        case code(String)
        /// A block or an inline: the engine keeps both as their literal text.
        case rawHTML(String)
        case link(destination: String, title: String)
        case image(source: String, title: String)
    }

    /// A line end inside a paragraph.
    var isBreak: Bool {
        if case .softBreak = kind { return true }
        if case .lineBreak = kind { return true }
        return false
    }

    var isLinkOrImage: Bool {
        if case .link = kind { return true }
        if case .image = kind { return true }
        return false
    }

    /// Why a tree is not read.
    enum Excess: Error { case depth(line: Int), nodes }

    var kind: Kind
    var line: Int
    /// 0 where the engine does not say.
    var lastLine: Int
    var children: [EngineNode]
}

/// Copies the engine's tree; its recursion ends at the depth limit.
private struct TreeCopy {
    let depthLimit: Int
    var nodesLeft: Int
    /// The last line that the engine told, for what it tells no line of.
    var line = 1
    /// The line of the paragraph that is being copied, where the engine
    /// counts the lines inside it from 0.
    var base = 0

    init(depthLimit: Int, nodesLeft: Int) {
        self.depthLimit = depthLimit
        self.nodesLeft = nodesLeft
    }

    mutating func node(
        _ node: OpaquePointer, depth: Int
    ) throws(EngineNode.Excess) -> EngineNode {
        nodesLeft -= 1
        guard nodesLeft >= 0 else { throw .nodes }
        enter(node)
        guard depth <= depthLimit else { throw .depth(line: line) }
        let start = line
        var children: [EngineNode] = []
        var child = cmark_node_first_child(node)
        while let next = child {
            children.append(try self.node(next, depth: depth + 1))
            child = cmark_node_next(next)
        }
        if cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH { base = 0 }
        return EngineNode(
            kind: kind(node), line: start, lastLine: Int(cmark_node_get_end_line(node)),
            children: children)
    }

    /// A paragraph that stands directly above a table has no line of its own:
    /// the table took it.
    private mutating func enter(_ node: OpaquePointer) {
        let own = Int(cmark_node_get_start_line(node))
        if cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH {
            let next = own == 0 ? cmark_node_next(node) : nil
            base = next.map { Int(cmark_node_get_start_line($0)) } ?? 0
        }
        if own + base > 0 { line = base > 0 ? max(line, own + base) : own }
    }

    private func kind(_ node: OpaquePointer) -> EngineNode.Kind {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST:
            .list(
                start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
                    ? Int(cmark_node_get_list_start(node)) : nil,
                isTight: cmark_node_get_list_tight(node) != 0)
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK:
            .codeBlock(info: text(cmark_node_get_fence_info(node)), text: literal(node))
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: .rawHTML(literal(node))
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_TEXT: .text(literal(node))
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code(literal(node))
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link(destination: url(node), title: title(node))
        case CMARK_NODE_IMAGE: .image(source: url(node), title: title(node))
        // The types of an extension's nodes are in no header.
        default: extensionKind(node)
        }
    }

    private func extensionKind(_ node: OpaquePointer) -> EngineNode.Kind {
        switch text(cmark_node_get_type_string(node)) {
        case "table": .table(alignments(node))
        case "table_header", "table_row": .tableRow
        case "table_cell": .tableCell
        case let name: preconditionFailure("the engine made a node '\(name)' it was not asked for")
        }
    }

    private func alignments(_ table: OpaquePointer) -> [Table.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(table))
        guard let marks = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
        return (0..<count).map { column in
            switch marks[column] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
    }

    private func literal(_ node: OpaquePointer) -> String { text(cmark_node_get_literal(node)) }
    private func url(_ node: OpaquePointer) -> String { text(cmark_node_get_url(node)) }
    private func title(_ node: OpaquePointer) -> String { text(cmark_node_get_title(node)) }

    private func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
