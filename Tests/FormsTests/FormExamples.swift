import Forms

/// A form as a guide would set it up, with an answer to give it. Pictures begin with its name.
struct FormExample {
    let form: any SectionForm
    let field: Field
    let answer: FormContent
    /// Text that would be something else if it were written as it is.
    var hostile: FormContent?

    static let all: [String: FormExample] = flat.merging(nested) { first, _ in first }

    private static let flat: [String: FormExample] = [
        "table": FormExample(
            form: TableForm(
                columns: ["Time", "Event", "Actor"].map { TableColumn(name: $0, placeholder: "[\($0)]") }),
            field: Field(id: "rows", label: "Timeline"),
            answer: .table([
                TableRecord(["13:55", "a | b", "deploy"]),
                TableRecord(["14:00", "alert fired", "monitoring"]),
            ])),
        "list": FormExample(
            form: ListForm(style: .bullets),
            field: Field(id: "items", label: "Causes", placeholder: "[Cause]"),
            answer: .list(["first", "new", "second"])),
        "references": FormExample(
            form: ListForm(style: .plainKeyed),
            field: Field(id: "items", label: "References", placeholder: "[What: where]"),
            answer: .list(["Runbook: https://example.org/runbook"])),
        "numbered": FormExample(
            form: ListForm(style: .numbered),
            field: Field(id: "items", label: "Causes", placeholder: "[Cause]"),
            answer: .list(["first", "new", "second"])),
        "keyed": FormExample(
            form: KeyedListForm(),
            field: Field(
                id: "services", label: "Affected services", aliases: ["Services"], placeholder: "[Services]"),
            answer: .text("checkout")),
        "fields": FormExample(
            form: FieldsTableForm(columns: ["Field", "Value"]),
            field: Field(id: "lead", label: "Lead", placeholder: "[Name]"),
            answer: .text("Ana | Ben")),
        "checklist": FormExample(
            form: ChecklistForm(items: ["reviewed", "shared"]), field: Field(id: "boxes", label: "Boxes"),
            answer: .checklist([ChecklistItem("open", isDone: true), ChecklistItem("new", isDone: false)])),
        "prose": FormExample(
            form: ProseForm(), field: Field(id: "text", label: "Text", placeholder: "[Describe it]"),
            answer: .text("One.\n\nTwo, *with* emphasis.")),
        "labelled": FormExample(
            form: LabelledLinesForm(),
            field: Field(id: "cause", label: "Cause", aliases: ["Root cause"], placeholder: "[Cause]"),
            answer: .text("a key ran out"), hostile: .text("**Owner:** # nobody | ```")),
        "labelledprose": FormExample(
            form: LabelledLinesForm(),
            field: Field(id: "cause", label: "Cause", placeholder: "[Cause]", shape: .prose),
            answer: .text("A key ran out.\n\nIt had a year."),
            hostile: .text("One.\n# Two\n\n- three\n## Four")),
        "labelledlist": FormExample(
            form: LabelledLinesForm(),
            field: Field(id: "factors", label: "Factors", placeholder: "[Factor]", shape: .numberedList),
            answer: .list(["first", "new"]), hostile: .list(["# one", "1. two", "- three", "**Owner:** x"])),
        "code": FormExample(
            form: CodeBlockForm(info: "text"), field: Field(id: "logs", label: "Logs", placeholder: "[Logs]"),
            answer: .text("06:40 refused\n  | 06:41 refused"),
            hostile: .text("```\n### no heading\n````\n<!-- no comment -->")),
        "title": FormExample(
            form: TitleForm(prefix: "Postmortem"),
            field: Field(id: "title", label: "Title", placeholder: "[Title]"),
            answer: .text("Gates stood still"), hostile: .text("## C# | `gates` #")),
        "static": FormExample(
            form: StaticForm(text: "> We ask how, and not who."), field: Field(id: "note", label: "Note"),
            answer: .text("other words")),
        "none": FormExample(form: NoForm(), field: Field(id: "any", label: "Any"), answer: .text("words")),
    ]

    private static let phrasing = WhysPhrasing(
        askNext: #"What made "{answer}" possible?"#, askMore: "What else?", askEvidence: "How do we know?",
        labels: .init(evidence: "Evidence", ends: "Ends here", action: "Action"),
        chains: [
            .init(id: "happened", heading: nil, ask: "How did it happen?"),
            .init(id: "unseen", heading: "How It Stayed Unseen", ask: "How did it stay unseen?"),
        ])

    private static let nested: [String: FormExample] = [
        "phased": FormExample(
            form: PhasedTablesForm(
                columns: ["Time", "Event"].map { TableColumn(name: $0, placeholder: "[\($0)]") }),
            field: Field(id: "response", label: "Response", aliases: ["Reaction"]),
            answer: .table([
                TableRecord(["14:05", "opened the log"]), TableRecord(["14:20", "rolled back"]),
            ]),
            hostile: .table([TableRecord(["|", "### no heading"]), TableRecord(["a\\", "two\nlines"])])),
        "groups": FormExample(
            form: NumberedGroupsForm(groups: ["Testing", "Alarms"]),
            field: Field(id: "measures", label: "Measures", placeholder: "[Measure]"),
            answer: .groups([
                ContentGroup("Testing", ["load test"]), ContentGroup("Habits", ["pairs", "walks"]),
            ]),
            hostile: .groups([ContentGroup("**A:**", ["# one", "- two", "1. three", "[ ] four"])])),
        "fishbone": FormExample(
            form: FishboneForm(categories: [OfferedGroup("People"), OfferedGroup("Tools")]),
            field: Field(id: "causes", label: "Causes", placeholder: "[Condition]"),
            answer: .groups([
                ContentGroup("People", ["two on call"]), ContentGroup("Tools", ["one key", "no clock"]),
            ]),
            hostile: .groups([ContentGroup("Tools", ["``` fence", "# one", "\\ and /"])])),
        "problem": FormExample(
            form: FiveWhysForm(problemLabel: "Problem", phrasing: phrasing),
            field: Field(id: "problem", label: "Problem", placeholder: "[Effect]"),
            answer: .text("Gates stood still for 80 minutes"), hostile: .text("1. **Why?** # x")),
        "whys": FormExample(
            form: FiveWhysForm(problemLabel: "Problem", phrasing: phrasing),
            field: Field(id: "chain", label: "Whys", placeholder: "[Condition]"),
            answer: .whys(
                WhyForest([
                    WhyChain(
                        id: "happened",
                        step: WhyStep(
                            question: "How did it happen?",
                            causes: [
                                WhyCause(
                                    "one key", evidence: "gate log",
                                    next: WhyStep(
                                        question: "How come?",
                                        causes: [WhyCause("one plan", ending: "outside")])),
                                WhyCause("no clock", actions: ["add one"]),
                            ])),
                    WhyChain(
                        id: "unseen",
                        step: WhyStep(
                            question: "How did it stay unseen?", causes: [WhyCause("one screen a gate")])),
                ])),
            hostile: .whys(
                WhyForest([
                    WhyChain(
                        id: "happened",
                        step: WhyStep(
                            question: "1. How **come**?",
                            causes: [WhyCause("# one", evidence: "- two"), WhyCause("Ends here: three")]))
                ]))),
    ]
}
