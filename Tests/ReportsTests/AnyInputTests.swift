import Reports
import Source
import Testing

/// Whatever a file holds, there are diagnostics or a site, and never a crash.
@Suite struct AnyInput {
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func anyFileMayHoldAnything(_ seed: UInt64) throws {
        var base = try Repository.base()
        for path in base.paths where path.contains("/2023/") { base[path] = nil }
        for path in base.paths(under: "templates") where path.hasSuffix(".md") {
            base.write(Self.skeleton, to: path)
        }
        var random = SplitMix64(seed: seed)
        var refused = 0
        for _ in 0..<25 {
            var input = base
            let path = try #require(input.paths.randomElement(using: &random))
            input[path] = Self.damaged(input[path] ?? [], &random)
            let result = compile(input, CompileOptions())
            if result.hasErrors { refused += 1 }
            #expect(result.hasErrors == (result.site.count == 0), "\(path)")
            #expect(result.diagnostics == result.diagnostics.sorted(), "\(path)")
        }
        #expect(refused > 5)
    }

    @Test func noFilesAtAllIsAnError() {
        let result = compile(FileTree(), CompileOptions())
        #expect(result.hasErrors && result.site.count == 0)
    }

    /// Short, so that 200 compilations stay a matter of seconds.
    private static let skeleton = """
        # Report `=year`

        ::: when open

        ```table account
        caption: Account
        id: tbl-account
        ```

        :::

        ```table positions
        ```

        """

    private static func damaged(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        let noise = (0..<Int.random(in: 0...200, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
        let marks = Array(
            [
                "\u{0}", "\"", ",,,", "---\n", "{{{", ":::\n\n", "[[", "&a *a", "| |\n|-|\n",
                "1e999", "-",
            ].randomElement(using: &random)!.utf8)
        let at = Int.random(in: 0...bytes.count, using: &random)
        return switch Int.random(in: 0..<5, using: &random) {
        case 0: noise
        case 1: Array(bytes[..<at])
        case 2: Array(bytes[..<at]) + noise + bytes[at...]
        case 3: Array(bytes[at...]) + bytes[..<at]
        default: Array(bytes[..<at]) + marks + bytes[at...]
        }
    }
}
