/* wording.c -- the fixed wording of templates to units.  In: the YAML files of a
 * programme; out: each text in English and Welsh with its place and what it is for. Which
 * keys a file may have is model/'s business: a map with `en` or `cy` is a text. */
#include "base/bounds.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"
#include "translate/check.h"
#include "translate/sentence.h"
#include "translate/unit.h"
#include "translate/wording_work.h"

#include <ctype.h>
#include <string.h>

/* A file while it is walked. */
struct wording_walk {
    struct fixed_words *w;
    struct diags *d;
    struct map *taken;       /* names of units */
    const struct map *rooms; /* narrow places, by key */
    const char *section;
    const struct node *list; /* the file's own `reviewed:`, or that of one below */
    const struct node *root; /* that has it */
    bool each;               /* each text is reviewed by itself, as in programme.yaml */
    bool empty_forms;
};

/* ---- a text in pieces ---- */

struct pieces {
    ARRAY(struct piece) all;
};

/* How long the sign of an item is: "- ", "2. "; 0: the line begins none. */
static size_t item_sign(const char *s)
{
    size_t digits = strspn(s, "0123456789");
    if (digits > 0)
        return strncmp(s + digits, ". ", 2) == 0 ? digits + 2 : 0;
    return (*s == '-' || *s == '*') && s[1] == ' ' ? 2 : 0;
}

/* Paragraphs and items; of what is no prose the whole. */
static struct pieces pieces_of(struct arena *a, const struct node *n, bool prose)
{
    struct pieces p = {0};
    bool open = false;
    for (const char *s = n->text; *s != '\0';) {
        const char *words = s + strspn(s, " \t");
        size_t sign = prose ? item_sign(words) : 0, len = strcspn(words += sign, "\n");
        s = words + len + (words[len] == '\n');
        while (len > 0 && strchr(" \t", words[len - 1]) != NULL)
            len--;
        if (len == 0 && (open = open && !prose, true))
            continue;
        size_t at = (size_t)(words - n->text);
        if (!open || sign > 0)
            array_push(a, &p.all)->at = at;
        struct piece *last = &p.all.at[p.all.len - 1];
        last->len = at + len - last->at;
        open = true;
    }
    return p;
}

bool wording_is_one(struct arena *a, const struct node *n, bool prose)
{
    struct pieces p = pieces_of(a, n, prose);
    return p.all.len == 1 && p.all.at[0].at == 0;
}

/* ---- YAML ---- */

bool wording_is_flow(const struct node *map)
{
    return map->pos.file->text[map->pos.at] == '{';
}

/* ---- words and codes ---- */

struct plain_walk {
    struct arena *a;
    ARRAY(struct code) codes;
};

static void add_plain(struct plain_walk *p, const struct node *n, struct piece at,
                      bool mark)
{
    if (at.len == 0)
        return;
    int id = 1;
    for (size_t i = 0; i < p->codes.len; i++)
        id += p->codes.at[i].kind == CODE_MARK;
    const char *text = text_folded(p->a, arena_strndup(p->a, n->text + at.at, at.len));
    *array_push(p->a, &p->codes) =
        (struct code){.kind = mark ? CODE_MARK : CODE_TEXT,
                      .text = text,
                      .id = mark ? arena_printf(p->a, "%d", id) : NULL,
                      .ctype = !mark               ? NULL
                               : strcmp(text, "#") ? "x-figure"
                                                   : "x-number",
                      .pos = node_pos(n, at.at, at.len)};
}

/* What is no Markdown: of a noun `#` is where its number stands. */
static struct content plain_content(struct arena *a, const struct node *n,
                                    struct piece piece, bool number)
{
    struct plain_walk p = {.a = a};
    size_t end = piece.at + piece.len, from = piece.at;
    for (size_t i = from; i < end;) {
        size_t len = number && n->text[i] == '#' ? 1 : mark_length(n->text + i);
        if (len > 0) {
            add_plain(&p, n, (struct piece){from, i - from}, false);
            add_plain(&p, n, (struct piece){i, len}, true);
            from = i + len;
        }
        i += len > 0 ? len : 1;
    }
    add_plain(&p, n, (struct piece){from, end - from}, false);
    return (struct content){p.codes.at, p.codes.len, node_pos(n, piece.at, piece.len)};
}

/* A piece as a text of its own. */
static struct node *piece_node(struct arena *a, const struct node *n, struct piece piece)
{
    struct node *part = NEW(a, struct node);
    struct offset *offsets = NEW_ARRAY(a, struct offset, n->offset_count + 1);
    *part = *n;
    part->text = arena_strndup(a, n->text + piece.at, piece.len);
    part->len = piece.len;
    part->offsets = offsets;
    part->offset_count = 1;
    offsets[0] = (struct offset){0, node_pos(n, piece.at, 0).at};
    for (size_t i = 0; i < n->offset_count; i++)
        if (n->offsets[i].value > piece.at && n->offsets[i].value < piece.at + piece.len)
            offsets[part->offset_count++] =
                (struct offset){n->offsets[i].value - piece.at, n->offsets[i].file};
    return part;
}

/* A line end behind a backslash is a code of its own, without the blank. */
static const char *folded(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    for (const char *s = text_folded(a, text); *s != '\0'; s++)
        if (*s != ' ' || out.len == 0 || s[-1] != '\\')
            buf_char(&out, *s);
    return out.at;
}

/* What Markdown would not give back as it was typed goes as it was typed. */
struct content wording_content(struct arena *a, const struct node *n, struct piece piece,
                               bool prose)
{
    if (!prose)
        return plain_content(a, n, piece, true);
    struct diags *quiet = diags_new(a);
    const struct node *part = piece_node(a, n, piece);
    struct content c = content_of(a, prose_parse_line(a, quiet, part), NULL);
    bool same = strcmp(content_typed(a, c), folded(a, part->text)) == 0;
    return same && diags_errors(quiet) == 0 ? c : plain_content(a, n, piece, false);
}

/* An end of a span in English; around a mark alone it stays a code. */
static bool is_english_span(struct content c, size_t i)
{
    for (size_t k = i; c.at[i].kind != CODE_TEXT && k < c.count; k++)
        if (c.at[k].kind == CODE_CLOSE && strcmp(c.at[k].id, c.at[i].id) == 0)
            return strcmp(c.at[k].text, "](lang:en)") == 0 && k > 0 &&
                   c.at[k - 1].kind == CODE_TEXT;
    return false;
}

struct content wording_welsh(struct arena *a, struct content c)
{
    struct code *codes = NEW_ARRAY(a, struct code, c.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < c.count; i++) {
        struct code code = c.at[i];
        if (is_english_span(c, i))
            code = (struct code){.kind = CODE_TEXT, .text = code.text, .pos = code.pos};
        struct code *last = count > 0 ? &codes[count - 1] : NULL;
        if (last != NULL && last->kind == CODE_TEXT && code.kind == CODE_TEXT)
            last->text = arena_printf(a, "%s%s", last->text, code.text);
        else
            codes[count++] = code;
    }
    return (struct content){codes, count, c.pos};
}

/* ---- what it is for ---- */

static const char *line_begin(const struct file *f, const char *s)
{
    while (s > f->text && s[-1] != '\n')
        s--;
    return s;
}

/* "# The press notice" without its sign; NULL: the line is no comment. */
static const char *comment_of(struct arena *a, const char *line)
{
    const char *s = line + strspn(line, " ");
    if (*s != '#')
        return NULL;
    s += strspn(s, "# ");
    return arena_strndup(a, s, strcspn(s, "\n"));
}

/* The comment over it, over its nearest neighbour above that has one, or over what it
 * stands in. */
static const char *comment_over(struct arena *a, struct pos at)
{
    const char *line = line_begin(at.file, at.file->text + at.at), *found = NULL;
    size_t indent = strspn(line, " ");
    while (line > at.file->text) {
        line = line_begin(at.file, line - 1);
        size_t own = strspn(line, " ");
        const char *comment = own <= indent ? comment_of(a, line) : NULL;
        if (comment == NULL && found != NULL)
            break;
        if (comment != NULL)
            found = found == NULL ? comment : arena_printf(a, "%s %s", comment, found);
        if (own < indent && line[own] != '\n')
            indent = own;
    }
    return found;
}

/* The comment behind it on its line. */
static const char *comment_behind(struct arena *a, const struct node *n)
{
    const char *s = n->pos.file->text + node_end(n);
    return comment_of(a, s + strspn(s, "}],"));
}

static const char *form_number(const char *form)
{
    static const char *const numbers[] = {
        [PLURAL_ZERO] = "the number 0", [PLURAL_ONE] = "the number 1",
        [PLURAL_TWO] = "the number 2",  [PLURAL_FEW] = "the number 3",
        [PLURAL_MANY] = "the number 6", [PLURAL_OTHER] = "all other numbers"};
    enum plural p;
    return plural_parse(form, &p) ? numbers[p] : NULL;
}

static void note_context(struct arena *a, struct unit *u, const char *text)
{
    struct xliff_note *all = NEW_ARRAY(a, struct xliff_note, u->note_count + 1);
    if (u->note_count > 0)
        memcpy(all, u->notes, u->note_count * sizeof *all);
    all[u->note_count++] = (struct xliff_note){NOTE_CONTEXT, text};
    u->notes = all;
}

static void note_all(struct arena *a, struct unit *u, const struct wording_text *t,
                     const struct wording_owner *o)
{
    if (t->in == NULL)
        return;
    const char *comment = comment_over(a, u->pos);
    const char *behind = comment_behind(a, wording_is_flow(o->map) ? o->map : t->en);
    const char *number = form_number(t->key);
    if (comment != NULL)
        note_context(a, u, comment);
    if (behind != NULL)
        note_context(a, u, behind);
    if (number != NULL)
        note_context(
            a, u,
            arena_printf(a, "%s: for %s%s", t->key, number,
                         t->cy == NULL ? "; empty: as for all other numbers" : ""));
    if (o->read == WELSH_STALE)
        note_context(a, u, "the English has changed since this Welsh was read");
}

/* ---- units ---- */

/* The codes of Welsh as those of the English; where they are others on purpose, as a form
 * of a name, its own are what a delivery has to keep. */
static void set_welsh(struct fixed_words *w, struct unit *u, struct content welsh)
{
    struct fault_of quiet = {diags_new(w->a), u->uid, u->path, welsh.pos};
    welsh = wording_welsh(w->a, welsh);
    if (!codes_fit(w->a, &quiet, u->english, codes_spelt(w->a, u->english, welsh),
                   &u->welsh)) {
        u->welsh = welsh;
        u->shape = welsh;
    }
}

static enum xliff_state state_of(enum welsh_read read)
{
    switch (read) {
    case WELSH_UNREAD: return XLIFF_NEEDS_REVIEW;
    case WELSH_READ: return XLIFF_FINAL;
    case WELSH_STALE: break;
    }
    return XLIFF_NEEDS_ADAPTATION;
}

static const char *room_of(const struct wording_walk *k, const char *path)
{
    if (strncmp(path, "judgements.", 11) == 0 || strstr(path, ".choices.") != NULL)
        return "charts, tables and boxes";
    const char *key = path + strcspn(path, "."), *end = key + (*key == '.');
    return map_get(k->rooms, arena_strndup(k->w->a, end, strcspn(end, ".")));
}

/* Half as much again as the English has, or as much as the Welsh that stands there. */
static void set_room(struct wording_walk *k, struct unit *u, const char *path)
{
    struct arena *a = k->w->a;
    const char *place = room_of(k, path);
    const char *en = content_words(a, u->english), *cy = content_words(a, u->welsh);
    const size_t has = utf8_count(en, strlen(en)), had = utf8_count(cy, strlen(cy));
    const size_t most = has < 16 ? has + 8 : has + has / 2;
    if (place == NULL || has > 60)
        return;
    u->length = (long)(most > had ? most : had);
    note_context(
        a, u, arena_printf(a, "in %s: room for about %ld characters", place, u->length));
}

/* Number `i` of the pieces of a text. */
static void add_piece(struct wording_walk *k, const struct wording_text *t,
                      const char *path, struct piece en, struct piece frame, size_t i)
{
    struct fixed_words *w = k->w;
    struct content english = wording_content(w->a, t->en, en, t->prose);
    if (!has_letter(content_words(w->a, english)))
        return;
    struct wording_owner *owner = &w->owners.at[w->owners.len - 1];
    struct unit *u = array_push(w->a, &w->units);
    *u = (struct unit){.path = i > 0 ? arena_printf(w->a, "%s.%zu", path, i + 1) : path,
                       .section = k->section,
                       .pos = node_pos(t->en, en.at, en.len),
                       .known = true,
                       .english = english,
                       .state = state_of(owner->read)};
    u->uid = unit_name(w->a, k->section, u->path, k->taken);
    if (t->frame == t->cy)
        set_welsh(w, u, wording_content(w->a, t->cy, frame, t->prose));
    if (owner->read != WELSH_STALE)
        u->base = english;
    u->standing = unit_stands(w->a, u);
    note_all(w->a, u, t, owner);
    set_room(k, u, path);
    owner->count++;
    *array_push(w->a, &w->places) = (struct wording_unit){
        t, w->owners.len - 1, frame, content_typed(w->a, u->welsh), u->state};
}

/* English and Welsh have as many paragraphs, or nobody could say which is which. */
static void add_pieces(struct wording_walk *k, const struct wording_text *text,
                       const char *path)
{
    struct arena *a = k->w->a;
    struct wording_text *t = NEW(a, struct wording_text);
    *t = *text;
    struct pieces en = pieces_of(a, t->en, t->prose), cy = {0};
    if (t->bare && strncmp(t->en->text, "# ", 2) == 0)
        en.all.at[0] = (struct piece){2, en.all.at[0].len - 2};
    if (t->cy != NULL)
        cy = pieces_of(a, t->cy, t->prose);
    if (cy.all.len > 0 && cy.all.len != en.all.len) {
        diag(k->d, DIAG_XLIFF_PART, t->cy->pos,
             "%s has %zu paragraphs and items, its English %zu; make them as many, so "
             "that a translator can work on them",
             path, cy.all.len, en.all.len);
        return;
    }
    t->frame = cy.all.len > 0 ? t->cy : t->en;
    for (size_t i = 0; i < en.all.len; i++)
        add_piece(k, t, path, en.all.at[i], (cy.all.len > 0 ? cy : en).all.at[i], i);
}

/* ---- the texts of a map ---- */

static const struct node *text_or_null(const struct node *n)
{
    return n != NULL && n->kind == NODE_TEXT ? n : NULL;
}

/* The English beside a Welsh form: that of its number, of all others, or the only one. */
static const struct node *english_form(const struct node *en, const char *form)
{
    if (en->kind == NODE_TEXT)
        return en;
    const struct node *own = node_get(en, form);
    return text_or_null(own != NULL ? own : node_get(en, plural_name(PLURAL_OTHER)));
}

static void add_form(struct wording_walk *k, struct wording_text t, const struct node *en,
                     const struct node *forms, const char *path)
{
    t.en = english_form(en, t.key);
    t.cy = text_or_null(node_get(forms, t.key));
    t.in = forms;
    t.after = forms->entries[forms->count - 1].value;
    if (t.en != NULL && (t.cy != NULL || k->empty_forms))
        add_pieces(k, &t, arena_printf(k->w->a, "%s.%s", path, t.key));
}

static void add_texts(struct wording_walk *k, const struct node *map, const char *path,
                      bool prose)
{
    const struct node *en = node_get(map, "en"), *cy = node_get(map, "cy");
    struct wording_text t = {.in = map, .after = en, .key = "cy", .prose = prose};
    if (en == NULL) { /* of a noun the plural, which is English already */
        en = node_get(k->w->owners.at[k->w->owners.len - 1].map, "en");
        t.bare = true;
    }
    if (en == NULL)
        return;
    if (cy != NULL && cy->kind == NODE_MAP && cy->count > 0) {
        for (enum plural p = PLURAL_ZERO; p < PLURAL_COUNT; p++) {
            t.key = plural_name(p);
            add_form(k, t, en, cy, path);
        }
        return;
    }
    t.en = english_form(en, plural_name(PLURAL_OTHER));
    t.cy = text_or_null(cy);
    if (t.en != NULL)
        add_pieces(k, &t, path);
}

/* ---- the files ---- */

static bool is_text(const struct node *n)
{
    return node_get(n, "en") != NULL || node_get(n, "cy") != NULL;
}

static void begin_owner(struct wording_walk *k, const struct node *map, bool english)
{
    const struct node *list = node_get(map, "reviewed");
    *array_push(k->w->a, &k->w->owners) =
        (struct wording_owner){.map = map,
                               .list = list,
                               .read = welsh_read(k->w->a, list != NULL ? list : k->list,
                                                  list != NULL ? map : k->root),
                               .english = english,
                               .first = k->w->units.len};
}

/* What an item of a list is known by. */
static const char *item_name(struct arena *a, const struct node *item, size_t number)
{
    static const char *const keys[] = {"id", "name", "key"};
    for (size_t i = 0; i < LEN(keys); i++) {
        const struct node *name = text_or_null(node_get(item, keys[i]));
        if (name != NULL)
            return name->text;
    }
    return arena_printf(a, "%zu", number);
}

static void walk(struct wording_walk *k, const struct node *n, const char *path,
                 int depth)
{
    struct arena *a = k->w->a;
    bool words = strncmp(path, "words.", 6) == 0, patterns = strncmp(path, "pat", 3) == 0;
    if (n->kind == NODE_MAP && (k->each ? is_text(n) : depth == 2))
        begin_owner(k, n, !words && !patterns);
    if (is_text(n))
        add_texts(k, n, path, k->each || words || strstr(path, ".meaning") != NULL);
    for (size_t i = 0; n->kind == NODE_LIST && i < n->count; i++)
        walk(k, n->items[i],
             arena_printf(a, "%s.%s", path, item_name(a, n->items[i], i + 1)), depth + 1);
    for (size_t i = 0; n->kind == NODE_MAP && i < n->count; i++) {
        const char *key = n->entries[i].key->text;
        bool other = strcmp(key, "en") == 0 || strcmp(key, "cy") == 0;
        if (!other && strcmp(key, "sort-as") != 0)
            walk(k, n->entries[i].value,
                 *path == '\0' ? key : arena_printf(a, "%s.%s", path, key), depth + 1);
    }
}

const char *wording_begin(struct wording_walk *k, const struct folder *folder,
                          const char *name)
{
    k->section = arena_printf(k->w->a, "%s/%s", folder->name, name);
    return path_join(k->w->a, folder->dir, name);
}

void wording_add_cell(struct wording_walk *k, const struct wording_text *t,
                      const char *path, const char *note)
{
    struct fixed_words *w = k->w;
    *array_push(w->a, &w->owners) = (struct wording_owner){.first = w->units.len};
    add_pieces(k, t, path);
    for (size_t i = w->owners.at[w->owners.len - 1].first; i < w->units.len; i++)
        note_context(w->a, &w->units.at[i], note);
}

static void walk_file(struct wording_walk *k, const struct folder *folder,
                      const char *name)
{
    struct arena *a = k->w->a;
    const char *path = wording_begin(k, folder, name);
    if (!file_exists(path))
        return;
    const struct file *f = file_read(a, k->d, path, YAML_BYTES, (struct pos){0});
    const struct node *root = f == NULL ? NULL : source_parse(a, k->d, f);
    if (root == NULL)
        return;
    const struct node *list = node_get(root, "reviewed");
    k->each = strcmp(name, "programme.yaml") == 0;
    if (list != NULL || !k->each) {
        k->list = list;
        k->root = root;
    }
    if (k->w->t.file == NULL)
        k->w->t.file = f;
    walk(k, root, "", 0);
}

struct fixed_words *wording_load(struct arena *a, struct diags *d, const char *templates,
                                 const struct programme *p, bool empty_forms)
{
    static const char *const names[] = {"words.yaml", "glossary.yaml", "programme.yaml"};
    struct fixed_words *w = NEW(a, struct fixed_words);
    struct inspection *in = NEW(a, struct inspection);
    in->name = p->name;
    in->dir = templates;
    in->programme = p;
    w->a = a;
    w->t.in = in;
    struct wording_walk k = {.w = w,
                             .d = d,
                             .taken = map_new(a),
                             .rooms = wording_rooms(a, p),
                             .empty_forms = empty_forms};
    for (size_t n = 0; n < LEN(names); n++)
        for (size_t i = 0; i < p->house_count + p->folder_count; i++)
            walk_file(&k, programme_folder(p, i), names[n]);
    for (size_t i = 0; i < p->house_count + p->folder_count; i++)
        wording_add_terms(a, d, &k, p, programme_folder(p, i));
    w->t.units = w->units.at;
    w->t.count = w->units.len;
    return w;
}

struct translation *wording_translation(struct fixed_words *w)
{
    return &w->t;
}
