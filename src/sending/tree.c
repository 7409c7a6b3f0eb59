/* tree.c -- in: a report tree, or the CSV of one that was sent; out: the other.  Knows
 * nothing of what is compared. */
#include "sending/tree.h"

#include "base/ascii.h"
#include "base/bounds.h"
#include "base/file.h"
#include "report/element.h"
#include "report/rule.h"
#include "source/csv.h"

#include <string.h>

/* clang-format off */
#define TREE_COLUMNS(X)                                                                  \
    X(DEPTH, "depth") X(ELEMENT, "element") X(SET, "set") X(ID, "id")                    \
    X(NUMBER, "number") X(LOOK, "look") X(OF, "of") X(TARGET, "target")                   \
    X(REFERENCE, "reference") X(SAID, "said") X(LABEL, "label") X(WORDS, "words") X(HASH, "hash")
/* clang-format on */
enum tree_column {
#define X(id, name) TREE_##id,
    TREE_COLUMNS(X)
#undef X
        TREE_COLUMN_COUNT
};
static const char *const NAMES[] = {
#define X(id, name) name,
    TREE_COLUMNS(X)
#undef X
};
enum { DEEPEST = 100 };

const char *tree_path(struct arena *a, const char *dir, int draft, enum lang l)
{
    return arena_printf(a, "%s/sent/draft%d.%s.tree.csv", dir, draft, lang_code(l));
}

/* ---- writing ---- */

static void put_words(const struct element *e, struct buf *out);

static void put_characters(const char *s, struct buf *out)
{
    for (; *s != '\0'; s++) {
        if (strchr("{}\\", *s) != NULL)
            buf_char(out, '\\');
        buf_char(out, *s == '\n' ? ' ' : *s);
    }
}

static void put_inline(const struct element *e, struct buf *out)
{
    const bool braces = e->kind == EL_FIG || e->kind == EL_NOTE;
    if (e->kind == EL_TEXT)
        put_characters(e->text, out);
    if (e->kind == EL_BREAK)
        buf_char(out, ' ');
    if (e->first == NULL)
        return;
    buf_str(out, e->kind == EL_NOTE ? "{^" : braces ? "{" : "");
    put_words(e, out);
    buf_str(out, braces ? "}" : "");
}

/* Blocks inside a footnote belong to its words; others have rows of their own. */
static void put_words(const struct element *e, struct buf *out)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (element_is_inline(c->kind)) {
            put_inline(c, out);
        } else if (e->kind == EL_NOTE) {
            put_words(c, out);
            buf_char(out, ' ');
        }
    }
}

static const char *text_cell(struct arena *a, const struct element *e)
{
    struct buf out = buf_new(a);
    put_words(e, &out);
    if (e->kind == EL_BAR && e->value != NULL) {
        const char *share = e->share != NULL ? e->share : "";
        put_characters(e->value, &out);
        buf_str(&out, share[0] == '\0' || share[0] == '(' ? " " : ", ");
        put_characters(share, &out);
    }
    return out.at;
}

static const char *set_cell(struct arena *a, const struct element *e)
{
    struct buf out = buf_new(a);
    for (int i = 0; i < VALUE_ATTRIBUTE_COUNT; i++) {
        const char *said = value_said(a, e, (enum value_attribute)i);
        if (said != NULL)
            buf_printf(&out, "%s%s=%s", out.len > 0 ? " " : "",
                       value_attribute_name((enum value_attribute)i), said);
    }
    return out.at;
}

static void put_element(const struct element *e, int depth, const char *hash,
                        struct buf *out)
{
    struct arena *a = out->a;
    const char *cells[TREE_COLUMN_COUNT] = {arena_printf(a, "%d", depth),
                                            element_name(e->kind),
                                            set_cell(a, e),
                                            e->at[AT_ID],
                                            e->at[AT_NUMBER],
                                            e->at[AT_LOOK],
                                            e->at[AT_OF],
                                            e->at[AT_TARGET],
                                            e->ref,
                                            e->said,
                                            e->label,
                                            text_cell(a, e),
                                            hash};
    for (size_t i = 0; i < LEN(cells); i++)
        cells[i] = cells[i] != NULL ? cells[i] : "";
    buf_csv_line(out, cells, LEN(cells));
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (!element_is_inline(c->kind))
            put_element(c, depth + 1, "", out);
}

void tree_write(const struct report *r, const char *hash, struct buf *out)
{
    buf_csv_line(out, NAMES, LEN(NAMES));
    put_element(r->root, 0, hash, out);
    if (r->foot != NULL)
        put_element(r->foot, 1, "", out);
}

/* ---- reading ---- */

struct tree_reading {
    struct arena *a;
    const struct table *t;
    int at[TREE_COLUMN_COUNT];
    struct map *names;
};

static const char *cell(const struct tree_reading *r, size_t row, enum tree_column c)
{
    const char *text = csv_unguarded(table_cell(r->t, row, (size_t)r->at[c])->text);
    return text[0] != '\0' || c == TREE_WORDS ? text : NULL;
}

/* Up to the brace that closes, which is left; gives back where it stands.  Of braces in
 * more than so many others nobody has written one. */
static const char *read_text(struct arena *a, struct element *into, const char *s,
                             int depth)
{
    struct buf text = buf_new(a);
    while (true) {
        const bool opens = *s == '{' && depth < DEEPEST;
        const bool ends = *s == '\0' || *s == '}' || opens;
        if (ends && text.len > 0) {
            element_text(a, into, arena_strdup(a, text.at), into->pos);
            text.len = 0;
        }
        if (*s == '\0' || *s == '}')
            return s;
        if (opens) {
            const bool note = s[1] == '^';
            struct element *in = element_add(a, into, note ? EL_NOTE : EL_FIG, into->pos);
            in = note ? element_add(a, in, EL_P, into->pos) : in;
            s = read_text(a, in, s + 1 + note, depth + 1);
            s += *s == '}';
            continue;
        }
        s += *s == '\\' && s[1] != '\0';
        buf_char(&text, *s++);
    }
}

static void read_set(struct arena *a, struct element *e, const char *set)
{
    for (const char *s = set; s != NULL && *s != '\0';) {
        const size_t len = strcspn(s, " "), name = strcspn(s, "=");
        const struct value_rule *rule =
            name < len ? value_rule(e->kind, arena_strndup(a, s, name)) : NULL;
        if (rule != NULL)
            value_set(e, rule, arena_strndup(a, s + name + 1, len - name - 1));
        s += len + (s[len] == ' ');
    }
}

static struct element *read_element(const struct tree_reading *r, size_t row)
{
    const char *name = cell(r, row, TREE_ELEMENT);
    const int kind = name != NULL ? element_found(r->names, name) : -1;
    if (kind < 0 || element_is_inline((enum element_kind)kind))
        return NULL;
    struct element *e = element_new(r->a, (enum element_kind)kind,
                                    table_cell(r->t, row, (size_t)r->at[0])->pos);
    read_set(r->a, e, cell(r, row, TREE_SET));
    e->at[AT_ID] = cell(r, row, TREE_ID);
    e->at[AT_NUMBER] = cell(r, row, TREE_NUMBER);
    e->at[AT_LOOK] = cell(r, row, TREE_LOOK);
    e->at[AT_OF] = cell(r, row, TREE_OF);
    e->at[AT_TARGET] = cell(r, row, TREE_TARGET);
    e->ref = cell(r, row, TREE_REFERENCE);
    e->said = cell(r, row, TREE_SAID);
    e->label = cell(r, row, TREE_LABEL);
    if (kind == EL_BAR)
        e->value = cell(r, row, TREE_WORDS);
    else
        read_text(r->a, e, cell(r, row, TREE_WORDS), 0);
    return e;
}

/* NULL, and said at the row, when it does not follow the one before. */
static struct element *read_rows(struct tree_reading *r, struct diags *d)
{
    struct element *open[DEEPEST + 1] = {NULL};
    int deepest = -1;
    for (size_t i = 0; i < r->t->rows; i++) {
        const char *digits = cell(r, i, TREE_DEPTH);
        const int depth = digits != NULL ? ascii_number(digits, DEEPEST) : -1;
        struct element *e = depth >= 0 && depth <= deepest + 1 && (depth > 0) == (i > 0)
                                ? read_element(r, i)
                                : NULL;
        if (e == NULL) {
            diag(d, DIAG_VALUE_UNKNOWN, table_cell(r->t, i, 0)->pos,
                 "no row of the text of a draft; put the file back as it was sent");
            return NULL;
        }
        if (depth > 0)
            element_append(open[depth - 1], e);
        open[depth] = e;
        deepest = depth;
    }
    return open[0];
}

const struct report *tree_read(struct arena *a, struct diags *d, const char *path,
                               const char *hash)
{
    struct tree_reading r = {.a = a, .names = element_names(a)};
    const struct file *f = file_read(a, d, path, CSV_BYTES, (struct pos){0});
    r.t = f != NULL ? csv_parse(a, d, f) : NULL;
    if (r.t == NULL ||
        !table_find_columns(d, r.t, NAMES, LEN(NAMES),
                            "of the text of a draft; put the file back as it was sent",
                            r.at))
        return NULL;
    const char *own = r.t->rows > 0 ? cell(&r, 0, TREE_HASH) : NULL;
    if (hash != NULL && own != NULL && strcmp(own, hash) != 0) {
        diag(d, DIAG_SENT_ALREADY, pos_of_path(a, path),
             "it is the text with the hash %s, and the draft that was sent has %s; put "
             "the "
             "file back that was sent",
             own, hash);
        return NULL;
    }
    struct report *out = NEW(a, struct report);
    struct element *root = read_rows(&r, d);
    if (root == NULL)
        return NULL;
    if (root->last != NULL && root->last->kind == EL_FOOT) {
        out->foot = root->last;
        element_remove(root->last);
    }
    out->root = root;
    return out;
}

/* ---- without a tree ---- */

static bool is_section(const struct mapped *row)
{
    const char *kind = strrchr(row->path, ' ');
    return strcmp(kind != NULL ? kind + 1 : row->path, "section") == 0;
}

const struct report *tree_of_map(struct arena *a, const struct draft_map *m,
                                 const struct report *like)
{
    struct report *out = NEW(a, struct report);
    const struct pos nowhere = {0};
    struct element *root = element_new(a, EL_REPORT, nowhere), *in = root;
    *out = *like;
    for (size_t i = 0; i < m->count; i++) {
        const struct mapped *row = &m->at[i];
        struct element *e;
        if (is_section(row)) {
            in = element_add(a, root, EL_SECTION, nowhere);
            in->ref = row->ref;
            in->said = row->label;
            e = element_add(a, in, EL_HEADING, nowhere);
            e->set[AT_LEVEL] = 1;
        } else {
            e = element_add(a, in, EL_P, nowhere);
            e->ref = row->ref;
            e->said = row->label;
        }
        element_text(a, e, row->text, nowhere);
    }
    out->root = root;
    return out;
}
