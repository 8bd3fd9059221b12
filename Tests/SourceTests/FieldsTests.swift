import Source
import Testing

@Suite("The fields of a file")
struct FieldsTests {
    private enum Colour: String, CaseIterable { case red, green }

    /// Reads with `ask` and returns what was found, `finish` included.
    private func found(_ text: String, _ ask: (inout Fields, inout Findings) -> Void) -> [String] {
        var findings = Findings()
        guard let tree = YAMLTree(text, file: "f.yaml", &findings),
            var fields = Fields(tree, &findings)
        else { return findings.sorted.map(\.description) }
        ask(&fields, &findings)
        fields.finish(&findings)
        return findings.sorted.map(\.description)
    }

    @Test("have typed values")
    func values() {
        let text = """
            text: x
            number: 1.5
            integer: 3
            flag: true
            colour: green
            list: [a, b]
            map: {z: 1, y: 2}
            title: {nl: Kop, en: Head}
            """
        let wrong = found(text) { fields, findings in
            #expect(fields.text("text", &findings)?.value == "x")
            #expect(fields.number("number", &findings)?.value == 1.5)
            #expect(fields.integer("integer", &findings)?.value == 3)
            #expect(fields.flag("flag", &findings))
            #expect(!fields.flag("absent", &findings))
            let colour: Colour? = fields.choice("colour", &findings)
            #expect(colour == .green)
            #expect(fields.texts("list", &findings).map(\.value) == ["a", "b"])
            #expect(fields.textMap("map", &findings).map(\.key.value) == ["y", "z"])
            #expect(fields.translated("title", &findings) == Translated(nl: "Kop", en: "Head"))
        }
        #expect(wrong.isEmpty)
    }

    @Test("that nobody asks for are unknown")
    func unknown() {
        let wrong = found("publises: all\nid: x") { fields, findings in
            _ = fields.text("id", &findings)
            _ = fields.optionalText("publishes", &findings)
        }
        #expect(wrong == [
            "f.yaml:1:1: error: key 'publises' is not known here; did you mean 'publishes'? "
                + "[unknown-key]",
        ])
    }

    @Test("that are required may not be absent or empty", arguments: [
        "b: 1", "a:\nb: 1", "a: ~\nb: 1",
    ])
    func missing(text: String) {
        let wrong = found(text) { fields, findings in
            _ = fields.text("a", &findings)
            _ = fields.text("b", &findings)
        }
        #expect(wrong == ["f.yaml:1:1: error: key 'a' is missing [missing-key]"])
    }

    @Test("that are missing are found once, for each form")
    func missingForms() {
        let rules = found("x: 1") { fields, findings in
            _ = fields.text("x", &findings)
            _ = fields.number("a", &findings)
            _ = fields.integer("b", &findings)
            let _: Colour? = fields.choice("c", &findings)
            _ = fields.translated("d", &findings)
        }
        #expect(rules.count == 4)
        #expect(rules.allSatisfy { $0.hasSuffix("[missing-key]") })
    }

    @Test("of another form are found at their place, once")
    func wrongForm() {
        let text = """
            a: [1]
            b: 0,1
            c: 1.5
            d: "yes"
            e: blue
            f: x
            g: [[1]]
            h: {i: [1]}
            k: text
            """
        let wrong = found(text) { fields, findings in
            _ = fields.text("a", &findings)
            _ = fields.number("b", &findings)
            _ = fields.integer("c", &findings)
            _ = fields.flag("d", &findings)
            let _: Colour? = fields.choice("e", &findings)
            _ = fields.list("f", &findings)
            _ = fields.texts("g", &findings)
            _ = fields.textMap("h", &findings)
            _ = fields.fields("k", &findings)
        }
        #expect(wrong == [
            "f.yaml:1:4: error: value of 'a' is not one text [wrong-form]",
            "f.yaml:2:4: error: value '0,1' of 'b' is not a number; the decimal mark here is "
                + "'.', not ',' [wrong-form]",
            "f.yaml:3:4: error: value of 'c' is not a whole number [wrong-form]",
            "f.yaml:4:4: error: value of 'd' is not true or false [wrong-form]",
            "f.yaml:5:4: error: value 'blue' of 'e' is not one of red, green [wrong-form]",
            "f.yaml:6:4: error: value of 'f' is not a list [wrong-form]",
            "f.yaml:7:5: error: item of 'g' is not one text [wrong-form]",
            "f.yaml:8:8: error: value is not one text [wrong-form]",
            "f.yaml:9:4: error: value is not a set of 'key: value' lines [wrong-form]",
        ])
    }

    @Test("with a choice have a hint and a fallback")
    func choice() {
        let wrong = found("a: gren") { fields, findings in
            let colour: Colour? = fields.choice("a", or: .red, &findings)
            #expect(colour == .red)
            let absent: Colour? = fields.choice("b", or: .red, &findings)
            #expect(absent == .red)
        }
        #expect(wrong == [
            "f.yaml:1:4: error: value 'gren' of 'a' is not one of red, green; did you mean "
                + "'green'? [wrong-form]",
        ])
    }

    @Test("in two languages need both, and no third")
    func translated() {
        let wrong = found("a: {nl: x, fr: y}") { fields, findings in
            #expect(fields.translated("a", &findings) == nil)
        }
        #expect(wrong.map { String($0.suffix(13)) } == ["[missing-key]", "[unknown-key]"])
    }
}
