/* docx_text.c -- in: a paragraph of a Word document; out: its phrases: words with their
 * looks, marks where fields of ours stand, queries where comments do.  What was deleted
 * while changes were tracked is left out; results stand for their fields.  Runs in the
 * sandbox. */
#include "manuscript/docx.h"

#include "base/character.h"
#include "base/gate.h"
#include "base/utf8.h"

#include <libxml/parser.h>
#include <string.h>

static void walk(struct docx *x, const xmlNode *parent, struct text_run look, int depth);

static void put(struct docx *x, struct text_run look, enum phrase_kind kind,
                const char *text)
{
    look.kind = kind;
    look.text = text;
    for (size_t i = x->field_count; i > 0 && look.link == NULL; i--)
        look.link = x->fields[i - 1].link;
    *array_push(x->a, &x->phrases.all) = look;
}

/* ---- looks ---- */

/* A style of characters that is made to stand out. */
static void take_made_look(struct docx *x, const char *id, struct text_run *look)
{
    const struct docx_style *s = docx_style(x, id);
    for (int i = 0; s != NULL && i < 10; i++, s = docx_style(x, s->based)) {
        if (strstr(s->name, "hyperlink") != NULL)
            return;
        look->strong |= s->bold;
        look->em |= s->italic;
    }
}

static struct text_run run_look(struct docx *x, const xmlNode *run, struct text_run look)
{
    const xmlNode *rpr = docx_child(run, "rPr");
    const char *lang = docx_value(x, rpr, "lang");
    take_made_look(x, docx_value(x, rpr, "rStyle"), &look);
    if (docx_child(rpr, "b") != NULL)
        look.strong = docx_is_on(x, rpr, "b");
    if (docx_child(rpr, "i") != NULL)
        look.em = docx_is_on(x, rpr, "i");
    if (strncmp(lang, "cy", 2) == 0 && !x->welsh)
        look.lang = "cy";
    if (strncmp(lang, "en", 2) == 0 && x->welsh)
        look.lang = "en";
    return look;
}

/* ---- words ---- */

/* What a tag says may be anybody's. */
static bool is_mark(const char *text)
{
    const size_t len = strlen(text);
    const bool brackets = len > 4 && strncmp(text, "((", 2) == 0 &&
                          strcmp(text + len - 2, "))") == 0 &&
                          strstr(text + 2, "((") == NULL;
    return brackets || (len > 3 && strncmp(text, "[^", 2) == 0 && text[len - 1] == ']');
}

static bool is_in_mark_style(struct docx *x, const xmlNode *run)
{
    const struct docx_style *style =
        docx_style(x, docx_value(x, docx_child(run, "rPr"), "rStyle"));
    return style != NULL && strcmp(style->name, STYLE_MARK) == 0;
}

/* The mark that words in its style are, as it is typed or as it prints; NULL: none. */
static const char *mark_of_words(struct docx *x, const char *words)
{
    if (is_mark(words))
        return words;
    const struct text_run *mark = x->mark;
    if (mark == NULL || strcmp(mark->link, words) != 0)
        mark = map_get(x->shown, words);
    return mark != NULL && (mark == x->mark || mark->kind == PHRASE_CODE) ? mark->text
                                                                          : NULL;
}

static bool is_line_end(uint32_t c)
{
    return c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Ends of lines are blanks.  What is not seen, or not let in, goes before Markdown is
 * made of the words, for at a line's begin it hides what a sign there means; what is not
 * let in is sent apart, for the one who says how much there was. */
static void put_seen(struct docx *x, const char *s, size_t len, struct buf *out)
{
    size_t width;
    const uint32_t c = utf8_decode(s, len, &width);
    if (c == 0xAD)
        x->passed[PASSED_SOFT_HYPHEN]++;
    else if (c == 0x200B || c == 0x2060 || c == 0xFEFF)
        x->passed[PASSED_UNSEEN]++;
    else if (is_line_end(c))
        buf_char(out, ' ');
    else if (c == 0xFFFD || !gate_lets_in(c, GATE_TEXT))
        buf_add(&x->unclean, s, width);
    else if (character_letters(c) != NULL)
        buf_str(out, character_letters(c));
    else
        buf_add(out, s, width);
}

/* Typed tabs are blanks; what is not seen goes. */
static void put_text(struct docx *x, const xmlNode *t, struct text_run look)
{
    struct buf raw = buf_new(x->a), out = buf_new(x->a);
    for (const xmlNode *c = t->children; c != NULL; c = c->next)
        word_content(c, &raw);
    for (size_t at = 0, width; at < raw.len; at += width) {
        utf8_decode(raw.at + at, raw.len - at, &width);
        put_seen(x, raw.at + at, raw.len - at, &out);
    }
    const char *mark = is_in_mark_style(x, t->parent) ? mark_of_words(x, out.at) : NULL;
    put(x, look, mark != NULL ? PHRASE_CODE : PHRASE_WORDS, mark != NULL ? mark : out.at);
}

static void put_symbol(struct docx *x, const xmlNode *n, struct text_run look)
{
    struct buf out = buf_new(x->a);
    word_symbol(n, &out);
    x->passed[PASSED_SYMBOL] += strcmp(out.at, "[?]") == 0;
    put(x, look, PHRASE_WORDS, out.at);
}

static void put_comment(struct docx *x, const xmlNode *n)
{
    struct docx_comment *c = map_get(x->comments, word_attribute(x->a, n, "id"));
    if (c == NULL)
        return;
    c->used = true;
    if (c->query != NULL)
        put(x, (struct text_run){0}, PHRASE_CODE, c->query);
}

static void put_note(struct docx *x, const xmlNode *n, const char *which)
{
    const char *id = word_attribute(x->a, n, "id");
    put(x, (struct text_run){0}, PHRASE_CODE,
        arena_printf(x->a, "[^" PAPER_NOTE "%s%s]", which, id));
}

static size_t count_words(struct docx *x, const xmlNode *n)
{
    xmlChar *content = xmlNodeGetContent(n);
    const size_t count = content != NULL ? words_in((const char *)content) : 0;
    xmlFree(content);
    (void)x;
    return count;
}

/* ---- links ---- */

/* Without what no address has, and without brackets that have no other, which end one in
 * Markdown: as RFC 3986, 2.1, writes them. */
static const char *address_encoded(struct docx *x, const char *address)
{
    struct buf out = buf_new(x->a);
    int open = 0, least = 0;
    for (const char *s = address; *s != '\0'; s++) {
        open += (*s == '(') - (*s == ')');
        least = open < least ? open : least;
    }
    const bool alone = open != 0 || least < 0;
    for (const char *s = address; *s != '\0'; s++)
        if ((unsigned char)*s <= ' ' || strchr("<>\\\"^`{|}", *s) != NULL ||
            (alone && (*s == '(' || *s == ')')))
            buf_printf(&out, "%%%02X", (unsigned char)*s);
        else
            buf_char(&out, *s);
    return out.at;
}

/* NULL, and counted, where a report has no such address: a file, a place of this
 * document, a script; its words stay. */
static const char *link_kept(struct docx *x, const char *address)
{
    if (address == NULL)
        return NULL;
    address = address_encoded(x, address);
    if (prose_address_allowed(address) && (address[0] != '#' || x->ours))
        return address;
    x->passed[PASSED_LINK]++;
    return NULL;
}

/* ---- fields ---- */

/* The address of HYPERLINK "https://…" \l "place". */
static const char *field_link(struct docx *x, const char *says)
{
    says += strspn(says, " ");
    if (strncmp(says, "HYPERLINK", 9) != 0)
        return NULL;
    const char *from = strchr(says, '"');
    if (from == NULL || from[-1] != ' ' || strstr(says, "\\l") == from - 3)
        return NULL;
    return link_kept(x, arena_strndup(x->a, from + 1, strcspn(from + 1, "\"")));
}

static void take_field(struct docx *x, const xmlNode *n)
{
    const char *type = word_attribute(x->a, n, "fldCharType");
    struct docx_field *last = x->field_count > 0 ? &x->fields[x->field_count - 1] : NULL;
    if (strcmp(type, "begin") == 0 && x->field_count < DOCX_FIELDS) {
        x->fields[x->field_count++] = (struct docx_field){.says = buf_new(x->a)};
    } else if (strcmp(type, "separate") == 0 && last != NULL) {
        last->shown = true;
        last->link = field_link(x, last->says.at);
    } else if (strcmp(type, "end") == 0 && last != NULL) {
        x->field_count--;
    }
}

static void take_field_text(struct docx *x, const xmlNode *n)
{
    if (x->field_count > 0)
        for (const xmlNode *c = n->children; c != NULL; c = c->next)
            word_content(c, &x->fields[x->field_count - 1].says);
}

/* ---- pictures and boxes ---- */

/* What a drawing says beside its text boxes. */
static void take_drawn_words(struct docx *x, const xmlNode *n)
{
    const char *name = (const char *)n->name;
    if (strcmp(name, "docPr") == 0)
        docx_aside(x, LOST_ALT, docx_attribute(x, n, "descr"));
    else if (strcmp(name, "textpath") == 0)
        docx_aside(x, LOST_SHAPE, docx_attribute(x, n, "string"));
    else if (strcmp(name, "shape") == 0 || strcmp(name, "rect") == 0)
        docx_aside(x, LOST_ALT, docx_attribute(x, n, "alt"));
    else if (strcmp(name, "t") == 0 && !word_is(n, "t"))
        docx_shape(x, n);
}

void docx_shape(struct docx *x, const xmlNode *n)
{
    xmlChar *content = xmlNodeGetContent(n);
    if (content != NULL)
        docx_aside(x, LOST_SHAPE, arena_strdup(x->a, (const char *)content));
    xmlFree(content);
}

/* The text boxes in a drawing. */
static void take_drawing(struct docx *x, const xmlNode *parent, int depth)
{
    for (const xmlNode *n = parent->children; n != NULL && depth < WORD_DEPTH;
         n = n->next) {
        if (word_is(n, "txbxContent") && x->boxes.len < DOCX_BOXES)
            *array_push(x->a, &x->boxes) = n;
        else if (n->type == XML_ELEMENT_NODE && !word_passed(n)) {
            const char *name = (const char *)n->name;
            x->passed[PASSED_PICTURE] +=
                strcmp(name, "blip") == 0 || strcmp(name, "imagedata") == 0;
            take_drawn_words(x, n);
            take_drawing(x, n, depth + 1);
        }
    }
}

static bool is_drawn(const xmlNode *n)
{
    return word_is(n, "drawing") || word_is(n, "pict") || word_is(n, "object");
}

/* ---- runs ---- */

static void take_in_run(struct docx *x, const xmlNode *n, struct text_run look, int depth)
{
    if (word_is(n, "t"))
        put_text(x, n, look);
    else if (word_is(n, "tab") || word_is(n, "ptab"))
        put(x, look, PHRASE_WORDS, "\t");
    else if (word_is(n, "br") || word_is(n, "cr")) {
        const char *type = word_attribute(x->a, n, "type");
        put(x, look,
            type[0] == '\0' || strcmp(type, "textWrapping") == 0 ? PHRASE_BREAK
                                                                 : PHRASE_WORDS,
            " ");
    } else if (word_is(n, "noBreakHyphen"))
        put(x, look, PHRASE_WORDS, "-");
    else if (word_is(n, "softHyphen"))
        x->passed[PASSED_SOFT_HYPHEN]++;
    else if (word_is(n, "sym"))
        put_symbol(x, n, look);
    else if (word_is(n, "commentReference"))
        put_comment(x, n);
    else if (word_is(n, "footnoteReference"))
        put_note(x, n, "");
    else if (word_is(n, "endnoteReference"))
        put_note(x, n, "e");
    else if (word_is(n, "fldChar"))
        take_field(x, n);
    else if (word_is(n, "instrText"))
        take_field_text(x, n);
    else if (is_drawn(n))
        take_drawing(x, n, depth);
    else if (n->type == XML_ELEMENT_NODE && !word_is(n, "rPr") && !word_is(n, "delText"))
        walk(x, n, look, depth + 1);
}

static void take_run(struct docx *x, const xmlNode *run, struct text_run look, int depth)
{
    const xmlNode *rpr = docx_child(run, "rPr");
    if (docx_is_on(x, rpr, "vanish") || docx_is_on(x, rpr, "webHidden")) {
        x->passed[PASSED_HIDDEN] += count_words(x, run);
        return;
    }
    look = run_look(x, run, look);
    for (const xmlNode *n = run->children; n != NULL; n = n->next)
        take_in_run(x, n, look, depth);
}

/* ---- what holds runs ---- */

static bool asks_for_words(const struct text_run *mark)
{
    return strncmp(mark->text, "((?", 3) == 0;
}

/* A field of ours stands for its mark, as long as it shows what the mark prints. */
static bool take_mark(struct docx *x, const xmlNode *control, struct text_run look)
{
    const char *tag = docx_value(x, docx_child(control, "sdtPr"), "tag");
    const bool named = strncmp(tag, PAPER_MARK, strlen(PAPER_MARK)) == 0 &&
                       is_mark(tag + strlen(PAPER_MARK));
    const struct text_run *mark = map_get(x->marks, tag);
    if (!named && mark == NULL)
        return false;
    struct buf shown = buf_new(x->a);
    const xmlNode *content = docx_child(control, "sdtContent");
    if (content != NULL)
        word_text(content, &shown, 0);
    if (shown.len == 0)
        return true; /* it was emptied */
    if (mark != NULL && strcmp(mark->link, shown.at) != 0) {
        x->passed[PASSED_TYPED] += x->mark == NULL && !asks_for_words(mark);
        return false;
    }
    put(x, run_look(x, docx_child(content, "r"), look), PHRASE_CODE,
        mark != NULL ? mark->text : tag + strlen(PAPER_MARK));
    return true;
}

static struct text_run link_look(struct docx *x, const xmlNode *n, struct text_run look)
{
    xmlChar *id = xmlGetNsProp(
        n, (const xmlChar *)"id",
        (const xmlChar
             *)"http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    if (id == NULL)
        id = xmlGetNsProp(
            n, (const xmlChar *)"id",
            (const xmlChar *)"http://purl.oclc.org/ooxml/officeDocument/relationships");
    const char *place = word_attribute(x->a, n, "anchor");
    if (id == NULL && x->ours && place[0] != '\0' && place[0] != '_')
        look.link = arena_printf(x->a, "#%s", place); /* as LibreOffice writes ours */
    if (id != NULL)
        look.link = link_kept(x, map_get(x->links, arena_strdup(x->a, (const char *)id)));
    xmlFree(id);
    return look;
}

static void take_bookmark(struct docx *x, const xmlNode *n)
{
    const char *name = word_attribute(x->a, n, "name");
    if (strncmp(name, PAPER_MARK_PLACE, strlen(PAPER_MARK_PLACE)) == 0) {
        x->mark = map_get(x->marks, arena_printf(x->a, PAPER_MARK_NUMBER "%s",
                                                 name + strlen(PAPER_MARK_PLACE)));
        x->mark_id = word_attribute(x->a, n, "id");
        x->mark_from = x->phrases.all.len;
    }
    if (strncmp(name, PAPER_HOME, strlen(PAPER_HOME)) != 0)
        return;
    x->home = name + strlen(PAPER_HOME);
    x->ours = true;
}

/* What lay in the bookmark of a field is its mark, when it reads as that prints. */
static void end_bookmark(struct docx *x, const xmlNode *n)
{
    const struct text_run *mark = x->mark;
    struct text_run *first = x->phrases.all.at + x->mark_from;
    const size_t count = x->phrases.all.len - x->mark_from;
    struct buf words = buf_new(x->a);
    bool code = false;
    if (mark == NULL || strcmp(x->mark_id, word_attribute(x->a, n, "id")) != 0)
        return;
    x->mark = NULL;
    for (size_t i = 0; i < count; i++) {
        buf_str(&words, first[i].text);
        code |= first[i].kind == PHRASE_CODE && strcmp(first[i].text, mark->text) == 0;
    }
    if (code || words.len == 0)
        return;
    if (strcmp(words.at, mark->link) != 0) {
        x->passed[PASSED_TYPED] += !asks_for_words(mark);
        return;
    }
    x->phrases.all.len = x->mark_from;
    put(x, *first, PHRASE_CODE, mark->text);
}

static bool is_formula(const xmlNode *n)
{
    return n->type == XML_ELEMENT_NODE &&
           (strcmp((const char *)n->name, "oMath") == 0 ||
            strcmp((const char *)n->name, "oMathPara") == 0);
}

static void take_formula(struct docx *x, const xmlNode *n, struct text_run look)
{
    xmlChar *content = xmlNodeGetContent(n);
    if (content != NULL)
        put(x, look, PHRASE_WORDS, arena_strdup(x->a, (const char *)content));
    xmlFree(content);
    x->passed[PASSED_FORMULA]++;
}

static void take(struct docx *x, const xmlNode *n, struct text_run look, int depth)
{
    if (word_is(n, "r"))
        take_run(x, n, look, depth + 1);
    else if (word_is(n, "bookmarkStart"))
        take_bookmark(x, n);
    else if (word_is(n, "bookmarkEnd"))
        end_bookmark(x, n);
    else if (word_is(n, "hyperlink"))
        walk(x, n, link_look(x, n, look), depth + 1);
    else if (word_is(n, "del") || word_is(n, "moveFrom"))
        x->passed[PASSED_DELETED] += count_words(x, n);
    else if (is_drawn(n)) /* in one of several forms of the same */
        take_drawing(x, n, depth);
    else if (is_formula(n))
        take_formula(x, n, look);
    else if (!word_is(n, "sdt") || !take_mark(x, n, look))
        if (n->type == XML_ELEMENT_NODE && !word_passed(n) && !word_is(n, "pPr") &&
            !word_is(n, "sdtPr") && !word_is(n, "sdtEndPr"))
            walk(x, n, look, depth + 1);
}

static void walk(struct docx *x, const xmlNode *parent, struct text_run look, int depth)
{
    if (depth >= WORD_DEPTH) {
        x->passed[PASSED_DEEP] += count_words(x, parent);
        return;
    }
    for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
        if (word_is(parent, "ruby") && word_is(n, "rt"))
            continue; /* how it is spoken */
        if (word_is(n, "t") && !word_is(parent, "r"))
            put_text(x, n, look);
        else
            take(x, n, look, depth);
    }
}

void docx_phrases(struct docx *x, const xmlNode *n, int depth)
{
    walk(x, n, (struct text_run){.kind = PHRASE_WORDS}, depth);
}
