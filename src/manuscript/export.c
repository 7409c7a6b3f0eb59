/* export.c -- in: homes; out: a Word document (ISO/IEC 29500): a heading for each, what
 * is wanted there, its text; marks as tinted fields that show what they print, queries as
 * comments, footnotes as such.  What was exported goes along in a part of its own, by
 * which an import knows what was changed. */
#include "manuscript/export.h"

#include "base/file.h"
#include "base/map.h"
#include "manuscript/export_parts.h"
#include "manuscript/pairs.h"
#include "manuscript/paper.h"

#include <string.h>

enum { TAG_BYTES = 60, HEADINGS = 3, LEVELS = 8, MARK_PLACES = 100000 };
enum { TEXT_TWIPS = 9072 /* between the margins of `page` */ };

struct exporting {
    struct arena *a;
    const struct titles *t;
    const struct home *root;
    const struct shows *shows;
    enum lang lang;
    struct buf *to; /* the text, or that of notes */
    struct buf document, notes, comments, links, state;
    struct map *known; /* notes that were pointed to, help that was noted */
    int homes, marks, comment_count, note_count, link_count, numbered;
};

static void between(struct buf *out, const char *before, const char *text,
                    const char *after)
{
    buf_str(out, before);
    buf_xml(out, text);
    buf_str(out, after);
}

/* ---- what goes along ---- */

static void note_state(struct exporting *x, const char *kind, int number,
                       const char *shown, const char *text)
{
    buf_printf(&x->state, "<%s n=\"%d\"", kind, number);
    buf_attribute(&x->state, "shown", shown);
    between(&x->state, ">", text, arena_printf(x->a, "</%s>", kind));
}

static void note_passages(struct exporting *x, const struct home *h)
{
    for (size_t i = 0; i < h->passages.len; i++)
        note_state(x, "passage", 0, h->path, h->passages.at[i].markdown);
}

/* ---- runs ---- */

static void put_look(struct exporting *x, const struct text_run *p, const char *style)
{
    buf_str(x->to, "<w:rPr>");
    if (style[0] != '\0')
        buf_printf(x->to, "<w:rStyle w:val=\"%s\"/>", style);
    buf_printf(x->to, "%s%s", p->strong ? "<w:b/>" : "", p->em ? "<w:i/>" : "");
    enum lang l;
    if (p->lang != NULL && lang_parse(p->lang, &l))
        buf_printf(x->to, "<w:lang w:val=\"%s\"/>", word_language(l));
    buf_str(x->to, "</w:rPr>");
}

static void put_run(struct exporting *x, const struct text_run *p, const char *style,
                    const char *text)
{
    buf_str(x->to, "<w:r>");
    put_look(x, p, style);
    between(x->to, "<w:t xml:space=\"preserve\">", text, "</w:t></w:r>");
}

/* A field that stands for a mark, or that waits for words; a bookmark lies round it, for
 * LibreOffice keeps the field without its tag. */
static void put_field(struct exporting *x, const struct text_run *p, const char *shown,
                      bool waits)
{
    const size_t len = strlen(p->text);
    if (x->to == &x->notes) { /* where LibreOffice takes no content control */
        put_run(x, p, "GwMark", p->text);
        return;
    }
    const bool fits = len + strlen(PAPER_MARK) <= TAG_BYTES && !waits;
    const int number = ++x->marks;
    note_state(x, "mark", number, shown, p->text);
    buf_printf(x->to, "<w:bookmarkStart w:id=\"%d\" w:name=\"" PAPER_MARK_PLACE "%d\"/>",
               MARK_PLACES + number, number);
    const char *tag = fits ? arena_printf(x->a, PAPER_MARK "%s", p->text)
                           : arena_printf(x->a, PAPER_MARK_NUMBER "%d", number);
    buf_str(x->to, "<w:sdt><w:sdtPr>");
    if (len <= TAG_BYTES)
        between(x->to, "<w:alias w:val=\"", p->text, "\"/>");
    between(x->to, "<w:tag w:val=\"", tag, "\"/>");
    buf_str(x->to, waits ? "<w:showingPlcHdr/>" : "<w:lock w:val=\"contentLocked\"/>");
    buf_str(x->to, "</w:sdtPr><w:sdtContent>");
    put_run(x, p, waits ? "GwOpen" : "GwMark", shown);
    buf_printf(x->to, "</w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"%d\"/>",
               MARK_PLACES + number);
}

/* "J. Pugh: is this right?": who asks, and what. */
static void write_comment(struct exporting *x, const struct text_run *p)
{
    const char *asks = p->node->text, *colon = strstr(asks, ": ");
    const bool author = colon != NULL && colon - asks < 40 && colon > asks;
    const char *by = author ? arena_strndup(x->a, asks, (size_t)(colon - asks)) : "";
    const int id = x->comment_count++;
    buf_printf(&x->comments, "<w:comment w:id=\"%d\"", id);
    buf_attribute(&x->comments, "w:author", by);
    between(&x->comments, "><w:p><w:r><w:t xml:space=\"preserve\">",
            author ? colon + 2 : asks, "</w:t></w:r></w:p></w:comment>");
    buf_printf(x->to,
               "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>"
               "<w:commentReference w:id=\"%d\"/></w:r>",
               id);
}

static void put_text_paragraphs(struct exporting *x, const struct home *h,
                                const char *style);

/* A footnote of Word for the first that points to it; the others are fields. */
static bool write_note(struct exporting *x, const struct text_run *p)
{
    const struct home *notes = home_child(x->root, "footnotes");
    const struct home *h =
        notes != NULL && p->node->text != NULL ? home_child(notes, p->node->text) : NULL;
    if (h == NULL || h->passages.len == 0 || x->to == &x->notes ||
        map_get(x->known, h->path) != NULL)
        return false;
    struct buf *before = x->to;
    const int id = ++x->note_count;
    map_put(x->known, h->path, x);
    buf_printf(x->to,
               "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
               "<w:footnoteReference w:id=\"%d\"/></w:r>",
               id);
    x->to = &x->notes;
    buf_printf(x->to, "<w:footnote w:id=\"%d\">", id);
    put_text_paragraphs(x, h, "FootnoteText");
    buf_str(x->to, "</w:footnote>");
    x->to = before;
    note_passages(x, h);
    return true;
}

static void write_code(struct exporting *x, const struct text_run *p)
{
    if (p->node != NULL && p->node->kind == INLINE_QUERY)
        write_comment(x, p);
    else if (p->node == NULL || p->node->kind != INLINE_NOTE || !write_note(x, p))
        put_field(x, p, mark_shown(p, x->shows), false);
}

/* Notes have relationships of their own; their links are words and the address. */
static bool opens_link(struct exporting *x, const struct text_run *p)
{
    if (p->link == NULL || x->to == &x->notes)
        return false;
    const int id = ++x->link_count;
    buf_printf(&x->links,
               "<Relationship Id=\"link%d\" Type=\"" OFFICE
               "relationships/hyperlink\" TargetMode=\"External\"",
               id);
    buf_attribute(&x->links, "Target", p->link);
    buf_str(&x->links, "/>");
    buf_printf(x->to, "<w:hyperlink r:id=\"link%d\">", id);
    return true;
}

/* A link of a note, as a field with its result. */
static void put_note_link(struct exporting *x, const struct text_run *p, bool ends)
{
    if (ends) {
        buf_str(x->to, "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
        return;
    }
    buf_str(x->to, "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>");
    between(x->to, "<w:instrText xml:space=\"preserve\"> HYPERLINK \"", p->link,
            "\" </w:instrText></w:r>");
    buf_str(x->to, "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
}

static void write_phrases(struct exporting *x, const struct text_runs *all)
{
    for (size_t i = 0; i < all->all.len; i++) {
        const struct text_run *p = &all->all.at[i];
        const bool link = opens_link(x, p), noted = !link && p->link != NULL;
        if (noted)
            put_note_link(x, p, false);
        if (p->kind == PHRASE_CODE)
            write_code(x, p);
        else if (p->kind == PHRASE_BREAK)
            buf_str(x->to, "<w:r><w:br/></w:r>");
        else
            put_run(x, p, p->link != NULL ? "Hyperlink" : "", p->text);
        buf_str(x->to, link ? "</w:hyperlink>" : "");
        if (noted)
            put_note_link(x, p, true);
    }
}

/* ---- paragraphs ---- */

static void begin_paragraph(struct exporting *x, const char *style, int list, int level)
{
    buf_printf(x->to, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", style);
    if (list > 0)
        buf_printf(x->to,
                   "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>"
                   "<w:ind w:left=\"%d\" w:hanging=\"360\"/>",
                   level, list, 360 * (level + 1));
    buf_str(x->to, "</w:pPr>");
}

static void end_paragraph(struct exporting *x)
{
    buf_str(x->to, "</w:p>");
}

static void put_plain(struct exporting *x, const char *style, const char *text)
{
    const struct text_run p = {0};
    begin_paragraph(x, style, 0, 0);
    put_run(x, &p, "", text);
    end_paragraph(x);
}

/* Lists that are numbered begin anew each. */
static void write_line(struct exporting *x, const struct text_line *l, int deeper,
                       const char *style, bool first)
{
    const int level = l->level + deeper < LEVELS ? l->level + deeper : LEVELS;
    if (level < 0) {
        begin_paragraph(x, style, 0, 0);
    } else if (l->goes_on || l->level < 0) {
        begin_paragraph(x,
                        level == 0
                            ? "GwGoesOn"
                            : arena_printf(x->a, "GwGoesOn%d", level < 3 ? level : 3),
                        0, 0);
    } else {
        if (l->numbered && first)
            x->numbered++;
        begin_paragraph(x, "ListParagraph",
                        l->numbered ? LIST_NUMBERS + x->numbered - 1 : LIST_BULLETS,
                        level);
    }
    write_phrases(x, &l->phrases);
    end_paragraph(x);
}

static void put_passage(struct exporting *x, const struct text_piece *p, bool item,
                        const char *style)
{
    if (p->open) {
        const struct text_run open = {.kind = PHRASE_CODE, .text = p->markdown};
        const size_t len = strlen(p->markdown);
        begin_paragraph(x, item ? "GwItem" : style, 0, 0);
        put_field(x, &open, arena_strndup(x->a, p->markdown + 3, len - 6), true);
        end_paragraph(x);
        return;
    }
    for (size_t i = 0; i < p->lines.all.len; i++) {
        const struct text_line *l = &p->lines.all.at[i];
        const bool first = i == 0 || p->lines.all.at[i - 1].level < l->level;
        if (item && i == 0) {
            begin_paragraph(x, "GwItem", 0, 0);
            write_phrases(x, &l->phrases);
            end_paragraph(x);
        } else {
            write_line(x, l, item ? 1 : 0, style, first);
        }
    }
}

static void put_text_paragraphs(struct exporting *x, const struct home *h,
                                const char *style)
{
    for (size_t i = 0; i < h->passages.len; i++)
        put_passage(x, &h->passages.at[i], h->kind == HOME_ITEMS, style);
    if (h->passages.len == 0)
        begin_paragraph(x, h->kind == HOME_ITEMS ? "GwItem" : style, 0, 0),
            end_paragraph(x);
}

static void put_cell(struct exporting *x, const struct text_line *cell)
{
    buf_str(x->to, "<w:tc>");
    begin_paragraph(x, "Normal", 0, 0);
    write_phrases(x, &cell->phrases);
    end_paragraph(x);
    buf_str(x->to, "</w:tc>");
}

/* A paragraph behind it, for Word joins tables that touch. */
static void put_table(struct exporting *x, const struct home *h)
{
    static const char rules[] =
        "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>"
        "<w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/>"
        "<w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" w:sz=\"4\"/>"
        "<w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" "
        "w:sz=\"4\"/></w:tblBorders></w:tblPr><w:tblGrid>";
    const size_t columns = h->passages.len > 0 ? h->passages.at[0].lines.all.len : 0;
    if (columns == 0)
        return;
    buf_str(x->to, rules);
    for (size_t i = 0; i < columns; i++)
        buf_printf(x->to, "<w:gridCol w:w=\"%d\"/>", TEXT_TWIPS / (int)columns);
    buf_str(x->to, "</w:tblGrid>");
    for (size_t i = 0; i < h->passages.len; i++) {
        buf_str(x->to, i == 0 ? "<w:tr><w:trPr><w:tblHeader/></w:trPr>" : "<w:tr>");
        for (size_t k = 0; k < columns; k++)
            put_cell(x, &h->passages.at[i].lines.all.at[k]);
        buf_str(x->to, "</w:tr>");
    }
    buf_str(x->to, "</w:tbl>");
    begin_paragraph(x, "Normal", 0, 0);
    end_paragraph(x);
}

/* ---- homes ---- */

static bool is_of_record(const struct home *h)
{
    return h->parent->field != NULL && h->parent->field->kind == FIELD_RECORD;
}

static const char *heading_style(struct exporting *x, const struct home *h, int depth)
{
    if (h->key[0] == '\0')
        return "GwRecord";
    if (h->kind != HOME_GROUP && (is_of_record(h) || h->field == NULL))
        return "GwField";
    return arena_printf(x->a, "Heading%d", depth < HEADINGS ? depth : HEADINGS);
}

static void put_heading(struct exporting *x, const struct home *h, int depth)
{
    const int id = ++x->homes;
    const char *help = h->field != NULL ? h->field->help : NULL;
    note_state(x, "home", id, "", h->path);
    begin_paragraph(x, heading_style(x, h, depth), 0, 0);
    buf_printf(x->to, "<w:bookmarkStart w:id=\"%d\" w:name=\"" PAPER_HOME "%d\"/>", id,
               id);
    between(x->to, "<w:r><w:t xml:space=\"preserve\">",
            home_title(x->a, x->t, h, x->lang), "</w:t></w:r>");
    buf_printf(x->to, "<w:bookmarkEnd w:id=\"%d\"/>", id);
    end_paragraph(x);
    const char *field = arena_printf(x->a, "%p", (const void *)h->field);
    if (help == NULL || map_put(x->known, field, x) != NULL)
        return; /* once is enough of what comes several times */
    put_plain(x, "GwHelp", help);
    note_state(x, "help", 0, "", help);
}

static void put_home(struct exporting *x, const struct home *h, int depth);

/* A list of nothing shows what one of it would be. */
static void put_first_record(struct exporting *x, const struct home *list, int depth)
{
    struct home like = *list;
    const struct field *of = list->field->of;
    like.homes.at = NULL;
    like.homes.len = like.homes.cap = 0;
    struct home *h = home_new(x->a, &like, of, "", home_kind_of(of));
    for (size_t i = 0; h->kind == HOME_GROUP && i < of->field_count; i++)
        home_new(x->a, h, &of->fields[i], of->fields[i].name,
                 home_kind_of(&of->fields[i]));
    put_home(x, h, depth);
}

static void put_home(struct exporting *x, const struct home *h, int depth)
{
    put_heading(x, h, depth);
    if (h->kind < HOME_GROUP || h->kind == HOME_TABLE)
        note_passages(x, h);
    if (h->kind < HOME_GROUP)
        put_text_paragraphs(x, h, "Normal");
    else if (h->kind == HOME_TABLE)
        put_table(x, h);
    for (size_t i = 0; i < h->homes.len; i++)
        put_home(x, h->homes.at[i], depth + 1);
    if (h->kind == HOME_RECORDS && h->homes.len == 0 && depth < 6)
        put_first_record(x, h, depth + 1);
}

/* ---- the package ---- */

static const char *document_relations(struct exporting *x)
{
#define RELATION(id, type, target)                                                       \
    "<Relationship Id=\"" id "\" Type=\"" OFFICE "relationships/" type                   \
    "\" Target=\"" target "\"/>"
    return arena_printf(
        x->a,
        "<Relationships xmlns=\"" PACKAGE
        "relationships\">" RELATION("rId1", "styles", "styles.xml")
            RELATION("rId2", "numbering", "numbering.xml")
                RELATION("rId3", "footnotes", "footnotes.xml")
                    RELATION("rId4", "comments", "comments.xml")
                        RELATION("rId5", "settings", "settings.xml")
                            RELATION("rId6", "customXml",
                                     "../customXml/item1.xml") "%s</Relationships>",
        x->links.at);
#undef RELATION
}

static const char *wrapped(struct exporting *x, const char *name, const char *before,
                           const struct buf *inside)
{
    return arena_printf(x->a,
                        "<w:%s xmlns:w=\"" WORD "\" xmlns:r=\"" OFFICE
                        "relationships\">%s%s</w:%s>",
                        name, before, inside->at, name);
}

static void pack_up(struct exporting *x, const char *title, struct buf *out)
{
    static const char rules[] =
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r>"
        "</w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\">"
        "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";
    struct pack *p = pack_new(x->a, (struct date){2000, 1, 1});
    export_parts(p, title, x->lang, x->numbered);
    pack_add_xml(p, "word/document.xml", wrapped(x, "document", "", &x->document));
    pack_add_xml(p, "word/_rels/document.xml.rels", document_relations(x));
    pack_add_xml(p, "word/footnotes.xml", wrapped(x, "footnotes", rules, &x->notes));
    pack_add_xml(p, "word/comments.xml", wrapped(x, "comments", "", &x->comments));
    export_state(p, x->state.at);
    pack_finish(p, out);
}

/* A4 upright, 2.5 cm round the text. */
static const char page[] =
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" "
    "w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" "
    "w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body>";

static struct exporting begun(struct arena *a, enum lang l, const struct shows *shows)
{
    struct exporting x = {.a = a, .shows = shows, .lang = l, .known = map_new(a)};
    struct buf *const all[] = {&x.document, &x.notes, &x.comments, &x.links, &x.state};
    for (size_t i = 0; i < LEN(all); i++)
        *all[i] = buf_new(a);
    buf_str(&x.document, "<w:body>");
    return x;
}

void manuscript_write(struct arena *a, const struct titles *t, const struct home *root,
                      const char *title, enum lang l, const struct shows *shows,
                      struct buf *out)
{
    struct exporting x = begun(a, l, shows);
    x.t = t;
    x.root = root;
    x.to = &x.document;
    for (size_t i = 0; i < root->homes.len; i++)
        if (strcmp(root->homes.at[i]->key, "footnotes") != 0)
            put_home(&x, root->homes.at[i], 1);
    buf_str(x.to, page);
    pack_up(&x, title, out);
}

/* ---- English and Welsh ---- */

/* Its language is that of the document, so a span of Welsh is shown as it is typed. */
static struct text_runs with_spans(struct arena *a, const struct text_runs *runs)
{
    struct text_runs out = {0};
    const size_t count = runs->all.len;
    for (size_t i = 0; i <= count; i++) {
        const struct text_run *before = i > 0 ? &runs->all.at[i - 1] : NULL;
        const struct text_run *now = i < count ? &runs->all.at[i] : NULL;
        const bool was =
            before != NULL && before->lang != NULL && strcmp(before->lang, "cy") == 0;
        const bool is = now != NULL && now->lang != NULL && strcmp(now->lang, "cy") == 0;
        if (was != is)
            *array_push(a, &out.all) =
                (struct text_run){.kind = PHRASE_WORDS, .text = is ? "[" : "](lang:cy)"};
        if (now != NULL)
            *array_push(a, &out.all) = *now;
        if (is)
            out.all.at[out.all.len - 1].lang = NULL;
    }
    return out;
}

static struct text_runs typed_runs(struct arena *a, const char *typed)
{
    struct diags *quiet = diags_new(a);
    struct text_runs runs = {0};
    const struct file *f = file_of_text(a, quiet, "", typed, strlen(typed));
    if (f != NULL)
        phrases_of(a, prose_parse_line(a, quiet, node_of_file(a, f)), &runs);
    return with_spans(a, &runs);
}

static void put_english(struct exporting *x, const struct text_pair *p)
{
    const int id = ++x->homes;
    const struct text_runs runs = typed_runs(x->a, p->english);
    note_state(x, "unit", id, p->english, p->uid);
    note_state(x, "english", id, "", phrases_words(x->a, &runs));
    begin_paragraph(x, "GwEnglish", 0, 0);
    buf_printf(x->to,
               "<w:bookmarkStart w:id=\"%d\" w:name=\"" PAPER_HOME
               "%d\"/><w:bookmarkEnd w:id=\"%d\"/>",
               id, id, id);
    write_phrases(x, &runs);
    end_paragraph(x);
}

static void put_welsh(struct exporting *x, const char *welsh)
{
    static const char asks[] = "((? Cymraeg ?))";
    const struct text_runs runs = typed_runs(x->a, welsh);
    const struct text_run open = {.kind = PHRASE_CODE, .text = asks};
    begin_paragraph(x, "Normal", 0, 0);
    if (welsh[0] != '\0')
        write_phrases(x, &runs);
    else
        put_field(x, &open, "Cymraeg", true);
    end_paragraph(x);
}

void pairs_write(struct arena *a, const struct text_pairs *pairs, const char *title,
                 const struct shows *shows, struct buf *out)
{
    static const struct home none = {0};
    struct exporting x = begun(a, LANG_CY, shows);
    const char *section = "";
    x.root = &none;
    x.to = &x.document;
    for (size_t i = 0; i < pairs->all.len; i++) {
        const struct text_pair *p = &pairs->all.at[i];
        if (strcmp(section, p->section) != 0)
            put_plain(&x, "Heading1", p->section);
        section = p->section;
        if (p->note[0] != '\0')
            put_plain(&x, "GwHelp", p->note);
        put_english(&x, p);
        put_welsh(&x, p->welsh);
    }
    buf_str(x.to, page);
    pack_up(&x, title, out);
}
