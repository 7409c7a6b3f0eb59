// make.js -- documents by npm's docx: node make.js FOLDER.  Its paragraphs are of runs that
// a program puts together, one for each thing: bullets typed by hand with their tabs in runs
// of their own, words one by one, lists of all configurations.
const fs = require("fs"), path = require("path");
const d = require("docx");
const out = process.argv[2];
const t = (text, more) => new d.TextRun({ text, ...more });
const tab = () => new d.TextRun({ children: [new d.Tab()] });
const p = (children, more) => new d.Paragraph({ children: children.map((c) => (typeof c === "string" ? t(c) : c)), ...more });
const h = (n, text) => new d.Paragraph({ text, heading: d.HeadingLevel[`HEADING_${n}`] });
const write = (name, more, children) =>
    d.Packer.toBuffer(new d.Document({ sections: [{ children }], ...more })).then((b) => fs.writeFileSync(path.join(out, name), b));
const levels = (formats) => formats.map(([format, text], level) => ({ level, format, text, alignment: d.AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } } }));
const L = d.LevelFormat;

write("npm-bullets.docx", {}, [
    h(1, "Foreword"),
    p(["We saw:"]),
    p(["\u2022", tab(), "a bullet, a tab and a text in three runs"]),
    p(["\u2022", tab(), t("a ", { bold: true }), t("bold beginning", { bold: true }), " of it"]),
    p([tab(), "\u2022", tab(), "a tab before it as well"]),
    p(["-", tab(), "a hyphen"]),
    p(["o", tab(), "a round letter"]),
    p(["1.", tab(), "a number"]),
    p(["2.", tab(), "and the next"]),
    p(["\u2022 one", new d.TextRun({ text: "\u2022 two", break: 1 }), new d.TextRun({ text: "\u2022 three", break: 1 })]),
    p(["Some words:", new d.TextRun({ text: "\u2022\tfour", break: 1 }), new d.TextRun({ text: "\u2022\tfive", break: 1 })]),
    p(["\u2022"]),
    p(["\u2022", tab()]),
    p([tab(), tab()]),
    h(2, "1.1 Risk of harm to others"),
    h(3, "Strengths"),
    p(["\u2022", tab(), "Screening was prompt."]),
    p(["\u2022", tab(), "Levels were right."]),
    p(["They were", new d.TextRun({ text: "on two lines.", break: 2 })]),
    h(3, "Areas for improvement"),
    p(["\u2013", tab(), "a dash,", tab(), "a tab within,", tab(), tab(), "and two"]),
    p(["\u25AA ", "a square"]),
    p(["\u00B7", "  ", "a dot in a run of its own"]),
    p(["*", tab(), "a star"]),
    p(["+", tab(), "a plus"]),
    p(["#", tab(), "a number sign"]),
    p([">", tab(), "an angle"]),
    h(2, "Recommendations"),
    p(["\u2022", tab(), "plans are reviewed."]),
    p(["\u2022", tab(), "victims come first."]),
]);

const list = (reference, level, children) => p(children, { numbering: { reference, level } });
write("npm-numbering.docx", {
    numbering: { config: [
        { reference: "points", levels: levels([[L.BULLET, "\u2022"], [L.BULLET, "\u25E6"], [L.DECIMAL, "%3."]]) },
        { reference: "numbers", levels: levels([[L.DECIMAL, "%1."], [L.LOWER_LETTER, "(%2)"], [L.LOWER_ROMAN, "%3)"]]) },
        { reference: "none", levels: levels([[L.NONE, ""], [L.NONE, ""]]) },
    ] },
    comments: { children: [
        { id: 0, author: "E. Writer", date: new Date(0), children: [p(["Who was asked?"]), p(["And when?"])] },
        { id: 1, author: "F. Nobody", date: new Date(0), children: [p(["Nothing points to this one."])] },
    ] },
    footnotes: { 1: { children: [p(["It was ", t("twice", { italics: true }), "."]), p(["A second paragraph."])] }, 2: { children: [p(["Never cited."])] } },
}, [
    h(1, "Foreword"),
    p(["Many words: ", ..."each of these has a run of its own".split(" ").flatMap((w) => [t(w, { font: "Arial", size: 22, color: "333333" }), t(" ")]), "."]),
    list("points", 0, ["first"]),
    list("points", 1, ["deeper"]),
    list("points", 2, ["numbered in it"]),
    p(["goes on without a sign"], { indent: { left: 1440 } }),
    list("points", 0, ["second"]),
    list("points", 2, ["two levels at once"]),
    list("none", 0, ["in a list without signs"]),
    p(["By a style: a title"], { style: "Title" }),
    new d.Paragraph({ text: "its own bullet", bullet: { level: 0 } }),
    new d.Paragraph({ text: "one deeper", bullet: { level: 1 } }),
    h(2, "1.1 Risk of harm to others"),
    h(3, "Strengths"),
    list("numbers", 0, ["Screening was ", new d.CommentRangeStart(0), "prompt", new d.CommentRangeEnd(0), new d.TextRun({ children: [new d.CommentReference(0)] }), "."]),
    list("numbers", 1, ["lettered", new d.FootnoteReferenceRun(1), " and"]),
    list("numbers", 1, [new d.InsertedTextRun({ text: "put in ", id: 1, author: "G", date: "2026-01-01T00:00:00Z" }), new d.DeletedTextRun({ text: "taken out ", id: 2, author: "G", date: "2026-01-01T00:00:00Z" }), "kept"]),
    list("numbers", 0, [new d.ExternalHyperlink({ children: [t("a link", { style: "Hyperlink" })], link: "https://example.org/?a=(b)" }), " and ", new d.InternalHyperlink({ children: [t("a place")], anchor: "here" })]),
    h(3, "Areas for improvement"),
    p([new d.Bookmark({ id: "here", children: [t("The place.")] }), t(" Sub", { subScript: true }), t(" CAPS", { allCaps: true }), t(" gone", { vanish: true })]),
    p([new d.SymbolRun({ char: "F0B7", symbolfont: "Symbol" }), tab(), "a bullet of the font Symbol"]),
    p([new d.SymbolRun({ char: "F0A7", symbolfont: "Wingdings" }), tab(), "one of Wingdings"]),
    p([new d.NoBreakHyphen ? new d.TextRun({ children: ["a", new d.NoBreakHyphen(), "b", new d.SoftHyphen(), "c"] }) : "abc", new d.TextRun({ children: [new d.PageBreak()] }), "behind a page's end"]),
    new d.Table({ rows: [["Office", "Late"], ["North", "3"]].map((r) => new d.TableRow({ children: r.map((c) => new d.TableCell({ children: [p([c])] })) })) }),
    new d.Table({ rows: [new d.TableRow({ children: [new d.TableCell({ children: [p(["\u2022", tab(), "boxed"]), p(["words"])] })] })] }),
]);

write("npm-cymraeg.docx", { styles: { default: { document: { run: { language: { value: "cy-GB" } } } } } }, [
    h(1, "Rhagair"),
    p(["Gwelsom:"]),
    p(["\u2022", tab(), "weithwyr prydlon"]),
    p(["\u2022", tab(), "gynlluniau ", t("da", { italics: true }), "."]),
    h(2, "1.1 Risg o niwed i eraill"),
    h(3, "Cryfderau"),
    p(["\u2022 un", new d.TextRun({ text: "\u2022 dau", break: 1 })]),
    p(["Yn Saesneg: ", t("well done", { language: { value: "en-GB" } })]),
    h(3, "Meysydd i'w gwella"),
    p(["\u2013", tab(), "Daeth yr adolygiadau'n hwyr."]),
    h(2, "Argymhellion"),
    p(["1.", tab(), "adolygir pob cynllun."]),
    p(["2.", tab(), "meddylir am ddioddefwyr yn gyntaf."]),
]);
