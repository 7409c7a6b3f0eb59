/* yaml.c -- libyaml's events to a tree.  In: a checked text; out: nodes with places, or
 * NULL after a fault of syntax.  Does not know what keys mean.  We use of YAML what
 * authors need: maps, lists and texts; aliases, anchors, tags and further documents are
 * refused, for they would make one text stand in two places or mean what is not seen. */
#include "source/yaml.h"

#include "base/array.h"
#include "base/bounds.h"
#include "base/character.h"
#include "base/library.h"
#include "base/map.h"
#include "base/utf8.h"
#include "source/scalar.h"

#include <string.h>

/* Values of a file, and places kept in them, so that 8 MB of signs do not fill the
 * memory; the longest reports have a few thousand of either. */
enum { NODES = 200000, OFFSETS = 400000, INDEX_FROM = 16 };

static bool next(struct yaml_reader *r, yaml_event_t *event)
{
    if (r->stopped)
        return false;
    if (yaml_parser_parse(&r->yaml, event))
        return true;
    r->stopped = true;
    yaml_say_error(r);
    return false;
}

static struct pos event_pos(const struct yaml_reader *r, const yaml_event_t *e)
{
    return reader_pos(r, e->start_mark, e->end_mark);
}

/* Behind an anchor, a tag or a comment, with which no value begins. */
static size_t skip_property(const char *s)
{
    static const char anchor[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
                                 "abcdefghijklmnopqrstuvwxyz-";
    size_t len = 1;
    switch (s[0]) {
    case '&': len += strspn(s + 1, anchor); break;
    case '!': len += strcspn(s + 1, " \t\n"); break;
    case '#': len += strcspn(s + 1, "\n"); break;
    default: return 0;
    }
    return len + strspn(s + len, " \t\n");
}

/* libyaml counts anchor and tag to the value; we do not. */
static struct pos value_pos(const struct yaml_reader *r, const yaml_event_t *e)
{
    struct pos pos = event_pos(r, e);
    size_t end = pos.at + pos.len, skipped = 1;
    for (; pos.at < end && skipped > 0; pos.at += skipped)
        skipped = skip_property(r->file->text + pos.at);
    pos.at = pos.at < end ? pos.at : end;
    pos.len = end - pos.at;
    return pos;
}

/* A list or map is shown by its first line, or as much of it as anyone reads: a line may
 * hold a million lists. */
static struct pos first_line(const struct yaml_reader *r, const yaml_event_t *e)
{
    enum { SHOWN = 200 };
    struct pos pos = value_pos(r, e);
    const char *text = r->file->text + pos.at;
    size_t left = r->file->len - pos.at, most = left < SHOWN ? left : SHOWN;
    const char *end = memchr(text, '\n', most);
    pos.len = end != NULL ? (size_t)(end - text) : most;
    while (pos.len < left && ((unsigned char)text[pos.len] & 0xC0) == 0x80)
        pos.len++;
    return pos;
}

static void refuse_anchor(struct yaml_reader *r, const yaml_event_t *e,
                          const void *anchor)
{
    if (anchor != NULL)
        diag(r->d, DIAG_YAML_ALIAS, event_pos(r, e),
             "& names a value for use elsewhere; put a text that begins with & behind |");
}

static void refuse_tag(struct yaml_reader *r, const yaml_event_t *e, const void *tag)
{
    if (tag != NULL)
        diag(r->d, DIAG_YAML_TAG, event_pos(r, e),
             "take the ! away; put a text that begins with ! behind |");
}

static struct node *new_node(struct yaml_reader *r, enum node_kind kind, struct pos pos)
{
    if (r->nodes++ == NODES) {
        diag(r->d, DIAG_FILE_TOO_LARGE, pos, "more than %d values", (int)NODES);
        r->stopped = true;
    }
    struct node *n = NEW(r->a, struct node);
    n->kind = kind;
    n->pos = pos;
    return n;
}

static enum scalar_style style_of(const yaml_event_t *e)
{
    switch (e->data.scalar.style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return SCALAR_SINGLE;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return SCALAR_DOUBLE;
    case YAML_LITERAL_SCALAR_STYLE:
    case YAML_FOLDED_SCALAR_STYLE: return SCALAR_BLOCK;
    default: return SCALAR_PLAIN;
    }
}

/* Only escapes can bring in what file_read has refused. */
static void check_escapes(struct yaml_reader *r, struct node *n)
{
    size_t at = character_fault(n->text, n->len);
    if (at == n->len)
        return;
    size_t width;
    uint32_t c = utf8_decode(n->text + at, n->len - at, &width);
    diag(r->d, DIAG_FILE_CONTROL, node_pos(n, at, width), "%s; take it out",
         character_name(r->a, c));
}

/* Whether a line of one's own with `#` was meant to go on with the text above: it stands
 * further in than the line where the text began, and no blank follows the sign. */
static bool comment_goes_on(const struct yaml_reader *r, struct pos text, size_t sign)
{
    const char *file = r->file->text;
    size_t line = text.at, comment_line = sign;
    while (line > 0 && file[line - 1] != '\n')
        line--;
    while (comment_line > 0 && file[comment_line - 1] != '\n')
        comment_line--;
    bool joined = file[sign + 1] != '\0' && strchr(" \t\n#", file[sign + 1]) == NULL;
    return joined && sign - comment_line > strspn(file + line, " ");
}

/* Behind one word, as in `kind: word  # in the table`, a comment is meant, unless it
 * clings as in `Case #1`. */
static bool comment_clings(const char *file, size_t end, size_t sign)
{
    return sign == end + 1 && file[sign + 1] != '\0' &&
           strchr(" \t\n#", file[sign + 1]) == NULL;
}

/* `Case #1 was late` ends at "Case" for YAML. */
static void check_comment(struct yaml_reader *r, const struct node *n)
{
    const char *file = r->file->text;
    size_t end = n->pos.at + n->pos.len, sign = end + strspn(file + end, " \t");
    bool own_line = file[sign] == '\n';
    sign += strspn(file + sign, " \t\n");
    if (file[sign] != '#' || sign == end ||
        (own_line && !comment_goes_on(r, n->pos, sign)))
        return;
    if (strpbrk(n->text, " \n") == NULL && !comment_clings(file, end, sign))
        return;
    size_t len = strcspn(file + sign, "\n");
    diag(r->d, DIAG_YAML_COMMENT, (struct pos){r->file, sign, len},
         "behind a blank # begins a comment; put the text behind |, or the comment on a "
         "line of its own");
}

static struct node *read_scalar(struct yaml_reader *r, const yaml_event_t *e)
{
    struct node *n = new_node(r, NODE_TEXT, value_pos(r, e));
    enum scalar_style style = style_of(e);
    refuse_anchor(r, e, e->data.scalar.anchor);
    refuse_tag(r, e, e->data.scalar.tag);
    n->style = style == SCALAR_PLAIN   ? TEXT_PLAIN
               : style == SCALAR_BLOCK ? TEXT_BLOCK
                                       : TEXT_QUOTED;
    n->text =
        arena_strndup(r->a, (const char *)e->data.scalar.value, e->data.scalar.length);
    n->len = e->data.scalar.length;
    r->text = n->pos;
    n->empty = style == SCALAR_PLAIN && n->len == 0;
    scalar_offsets(r->a, n, style, OFFSETS - r->offsets);
    r->offsets += n->offset_count > 1 ? n->offset_count : 0;
    if (style == SCALAR_DOUBLE)
        check_escapes(r, n);
    if (style == SCALAR_PLAIN)
        check_comment(r, n);
    n->text = character_nfc(r->a, n->text, n->len, &n->len);
    if (n->style == TEXT_QUOTED)
        r->closed =
            (struct closed){r->file->text[n->pos.at], n->pos.at, n->pos.at + n->pos.len};
    return n;
}

static struct node *read_node(struct yaml_reader *r, const yaml_event_t *e);

/* Counted here: libyaml takes time by the square of the depth. */
static bool enter(struct yaml_reader *r, struct pos pos)
{
    if (++r->depth <= YAML_DEPTH)
        return true;
    diag(r->d, DIAG_YAML_TOO_DEEP, pos,
         "more than %d lists and maps within each other; is a bracket not closed?",
         YAML_DEPTH);
    r->stopped = true;
    return false;
}

/* `[x]` and `{x}` end by a sign, lists and maps of lines do not. */
static void leave(struct yaml_reader *r, const struct node *n, const yaml_event_t *end)
{
    struct pos pos = event_pos(r, end);
    r->depth--;
    if (pos.len > 0)
        r->closed =
            (struct closed){r->file->text[n->pos.at], n->pos.at, pos.at + pos.len};
}

/* The next node of a list or map into *n, NULL where it was refused; false at the end. */
static bool read_next(struct yaml_reader *r, struct node *parent, struct node **n)
{
    yaml_event_t e;
    if (!next(r, &e))
        return false;
    bool end = e.type == YAML_SEQUENCE_END_EVENT || e.type == YAML_MAPPING_END_EVENT;
    if (end)
        leave(r, parent, &e);
    else
        *n = read_node(r, &e);
    yaml_event_delete(&e);
    return !end && !r->stopped;
}

static struct node *read_list(struct yaml_reader *r, const yaml_event_t *e)
{
    struct node *list = new_node(r, NODE_LIST, first_line(r, e)), *item;
    ARRAY(struct node *) items = {0};
    refuse_anchor(r, e, e->data.sequence_start.anchor);
    refuse_tag(r, e, e->data.sequence_start.tag);
    if (!enter(r, list->pos))
        return list;
    while (read_next(r, list, &item))
        if (item != NULL)
            *array_push(r->a, &items) = item;
    list->items = items.at;
    list->count = items.len;
    return list;
}

static bool key_usable(struct yaml_reader *r, const struct node *key)
{
    if (key == NULL)
        return false;
    if (key->kind == NODE_TEXT && key->len > 0 && strlen(key->text) == key->len)
        return true;
    diag(r->d, DIAG_YAML_KEY, key->pos,
         "%s stands before the colon; put a text behind |, and give each value a name",
         node_describe(r->a, key));
    return false;
}

/* Large maps are looked up by an index, small ones from the first to the last. */
static struct map *index_entries(struct arena *a, const struct entry *entries,
                                 size_t count)
{
    struct map *index = map_new(a);
    for (size_t i = 0; i < count; i++)
        map_put(index, entries[i].key->text, (void *)&entries[i]);
    return index;
}

struct keys {
    struct map *seen; /* key nodes by their texts, from INDEX_FROM keys on */
    ARRAY(struct entry) entries;
};

static struct node *key_seen(struct yaml_reader *r, struct keys *keys, const char *text)
{
    if (keys->seen == NULL && keys->entries.len >= INDEX_FROM) {
        keys->seen = map_new(r->a);
        for (size_t i = 0; i < keys->entries.len; i++)
            map_put(keys->seen, keys->entries.at[i].key->text, keys->entries.at[i].key);
    }
    if (keys->seen != NULL)
        return map_get(keys->seen, text);
    for (size_t i = 0; i < keys->entries.len; i++)
        if (strcmp(keys->entries.at[i].key->text, text) == 0)
            return keys->entries.at[i].key;
    return NULL;
}

static void keep_entry(struct yaml_reader *r, struct keys *keys, struct entry entry)
{
    const struct node *first = key_seen(r, keys, entry.key->text);
    if (first != NULL) {
        if (diags_errors(r->d) < DIAGNOSTICS) /* counting lines takes its time */
            diag(r->d, DIAG_YAML_KEY_TWICE, entry.key->pos,
                 "\"%s\" was given in line %d; keep one of them", entry.key->text,
                 pos_place(first->pos).line);
        return;
    }
    if (keys->seen != NULL)
        map_put(keys->seen, entry.key->text, entry.key);
    *array_push(r->a, &keys->entries) = entry;
}

static struct node *read_map(struct yaml_reader *r, const yaml_event_t *e)
{
    struct node *map = new_node(r, NODE_MAP, first_line(r, e));
    struct entry entry;
    struct keys keys = {0};
    refuse_anchor(r, e, e->data.mapping_start.anchor);
    refuse_tag(r, e, e->data.mapping_start.tag);
    if (!enter(r, map->pos))
        return map;
    while (read_next(r, map, &entry.key)) {
        bool usable = key_usable(r, entry.key);
        if (!read_next(r, map, &entry.value))
            break;
        if (usable && entry.value != NULL)
            keep_entry(r, &keys, entry);
    }
    map->entries = keys.entries.at;
    map->count = keys.entries.len;
    if (map->count > INDEX_FROM)
        map->index = index_entries(r->a, map->entries, map->count);
    return map;
}

/* NULL where there is nothing to keep. */
static struct node *read_node(struct yaml_reader *r, const yaml_event_t *e)
{
    switch (e->type) {
    case YAML_SCALAR_EVENT: return read_scalar(r, e);
    case YAML_SEQUENCE_START_EVENT: return read_list(r, e);
    case YAML_MAPPING_START_EVENT: return read_map(r, e);
    case YAML_ALIAS_EVENT:
        diag(
            r->d, DIAG_YAML_ALIAS, event_pos(r, e),
            "* stands for a value from elsewhere; write the value itself, and put a text "
            "that begins with * behind |");
        return NULL;
    default: bug("libyaml's event %d within a document", (int)e->type);
    }
}

/* `%YAML 1.2` says nothing we need; `%TAG` would only serve tags. */
static void check_directives(struct yaml_reader *r, const yaml_event_t *e)
{
    if (e->data.document_start.tag_directives.start !=
        e->data.document_start.tag_directives.end)
        diag(r->d, DIAG_YAML_TAG, event_pos(r, e), "take the line with %%TAG away");
}

static bool is_nothing(const struct node *root)
{
    return root == NULL || (root->kind == NODE_TEXT && root->empty);
}

static void say_empty(struct yaml_reader *r)
{
    diag(r->d, DIAG_YAML_EMPTY, (struct pos){.file = r->file},
         "there is nothing in it but blanks and comments");
}

/* Reads one event of the stream; the first document goes to *root. */
static bool read_stream(struct yaml_reader *r, struct node **root)
{
    yaml_event_t e;
    if (!next(r, &e))
        return false;
    yaml_event_type_t type = e.type;
    bool second = type == YAML_DOCUMENT_START_EVENT && *root != NULL;
    if (second)
        diag(r->d, DIAG_YAML_DOCUMENTS, event_pos(r, &e),
             "a second one begins here; take --- away, and put a text with --- behind |");
    else if (type == YAML_DOCUMENT_START_EVENT)
        check_directives(r, &e);
    else if (type != YAML_STREAM_START_EVENT && type != YAML_DOCUMENT_END_EVENT &&
             type != YAML_STREAM_END_EVENT)
        *root = read_node(r, &e);
    yaml_event_delete(&e);
    return type != YAML_STREAM_END_EVENT && !second && !r->stopped;
}

static struct node *read_tree(struct yaml_reader *r)
{
    struct node *root = NULL;
    size_t before = diags_errors(r->d);
    while (read_stream(r, &root)) {
    }
    if (r->stopped)
        return NULL;
    if (!is_nothing(root))
        return root;
    if (diags_errors(r->d) == before)
        say_empty(r);
    return NULL;
}

const struct node *source_parse(struct arena *a, struct diags *d, const struct file *f)
{
    struct yaml_reader r = {.a = a, .d = d, .file = f, .characters = characters_of(a, f)};
    if (!yaml_parser_initialize(&r.yaml))
        out_of_memory();
    yaml_parser_set_encoding(&r.yaml, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.yaml, (const unsigned char *)f->text, f->len);
    const struct node *root = read_tree(&r);
    yaml_parser_delete(&r.yaml); /* the nodes have copied what they need */
    return root;
}

void source_libraries(struct arena *a, struct libraries *l)
{
    library_add(a, l, "libyaml", yaml_get_version_string());
}
