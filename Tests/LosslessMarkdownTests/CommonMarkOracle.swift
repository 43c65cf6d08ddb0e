import CCommonMark

/// libcmark-gfm's reading of a document.
enum CommonMarkOracle {
    /// Registering is for the whole process, and once.
    private static let isRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    static func outline(of bytes: [UInt8]) -> Outline {
        precondition(isRegistered)
        let parser = cmark_parser_new(CMARK_OPT_SOURCEPOS)!
        defer { cmark_parser_free(parser) }
        for name in ["table", "tasklist"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        bytes.withUnsafeBytes { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        let root = cmark_parser_finish(parser)!
        defer { cmark_node_free(root) }
        var outline = Outline()
        add(childrenOf: root, at: 0, to: &outline)
        return outline
    }

    private static func add(childrenOf node: OpaquePointer, at depth: Int, to outline: inout Outline) {
        for child in children(of: node) {
            let type = typeName(child)
            outline.entries.append(entry(child, type, depth))
            if !["paragraph", "heading", "table_cell"].contains(type) {
                add(childrenOf: child, at: depth + 1, to: &outline)
            }
        }
    }

    private static func entry(_ node: OpaquePointer, _ type: String, _ depth: Int) -> Outline.Entry {
        let place =
            Int(
                cmark_node_get_start_line(node))...max(
                Int(cmark_node_get_start_line(node)), Int(cmark_node_get_end_line(node)))
        func named(_ name: String, _ text: Outline.Text = .none) -> Outline.Entry {
            Outline.Entry(depth: depth, name: name, text: text, lines: place)
        }
        switch type {
        case "block_quote": return named("quote")
        case "list": return named(listName(node))
        case "item": return named("item")
        case "tasklist":
            return named("task " + (cmark_gfm_extensions_get_tasklist_item_checked(node) ? "done" : "open"))
        case "heading": return named("heading \(cmark_node_get_heading_level(node))", .words(words(node)))
        case "paragraph": return named("paragraph", .words(words(node)))
        case "thematic_break": return named("break")
        case "code_block": return named(codeName(node), .raw(Outline.rawLines(literal(node))))
        case "html_block": return named("html", .raw(Outline.rawLines(literal(node))))
        case "table": return named("table \(cmark_gfm_extensions_get_table_columns(node))")
        case "table_header": return named("header")
        case "table_row": return named("row")
        case "table_cell": return named("cell", .words(words(node)))
        default: preconditionFailure("libcmark-gfm gave a block of the unknown type \(type)")
        }
    }

    private static func listName(_ node: OpaquePointer) -> String {
        let tightness = cmark_node_get_list_tight(node) != 0 ? "tight" : "loose"
        guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return "bullets \(tightness)" }
        let mark = cmark_node_get_list_delim(node) == CMARK_PERIOD_DELIM ? "." : ")"
        return "numbers \(cmark_node_get_list_start(node))\(mark) \(tightness)"
    }

    private static func codeName(_ node: OpaquePointer) -> String {
        var (length, offset, mark): (Int32, Int32, CChar) = (0, 0, 0)
        return cmark_node_get_fenced(node, &length, &offset, &mark) != 0 ? "fenced code" : "indented code"
    }

    private static func literal(_ node: OpaquePointer) -> [UInt8] {
        guard let text = cmark_node_get_literal(node) else { return [] }
        return sequence(first: text) { $0 + 1 }.lazy.map { UInt8(bitPattern: $0.pointee) }.prefix { $0 != 0 }
            .map { $0 }
    }

    /// The letters and digits of everything below a block, in order.
    private static func words(_ node: OpaquePointer) -> [UInt8] {
        Outline.words(literal(node)) + children(of: node).flatMap(words)
    }

    private static func children(of node: OpaquePointer) -> [OpaquePointer] {
        Array(
            sequence(first: cmark_node_first_child(node)) { $0.map { cmark_node_next($0) } }
                .prefix { $0 != nil }.compactMap { $0 })
    }

    private static func typeName(_ node: OpaquePointer) -> String {
        String(cString: cmark_node_get_type_string(node))
    }
}
