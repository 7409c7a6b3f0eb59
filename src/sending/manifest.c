/* manifest.c -- the record of a release to JSON and back.  JSON is read as the YAML that
 * it is, so that what is wrong in it has a line and a column. */
#include "sending/manifest.h"

#include "base/ascii.h"
#include "base/bounds.h"
#include "base/file.h"
#include "base/sha256.h"
#include "source/node.h"

#include <string.h>

#define FORMAT "gwasg release 1"

const char *releases_of(struct arena *a, const char *report)
{
    const char *name = path_name(a, report), *end = strrchr(name, '.');
    if (folder_exists(report) || end == NULL)
        return path_join(a, report, "released");
    const char *dir = path_dir(a, report);
    if (strcmp(name, "inspection.yaml") == 0)
        return path_join(a, dir, "released");
    return path_join(a, dir, arena_printf(a, "%.*s.released", (int)(end - name), name));
}

const char *released_dir(struct arena *a, const char *releases, int number)
{
    return arena_printf(a, "%s/%d", releases, number);
}

int released_last(struct arena *a, struct diags *d, const char *releases)
{
    size_t count = 0;
    const char *const *names =
        file_exists(releases) ? folder_names(a, d, releases, &count) : NULL;
    int last = 0;
    for (size_t i = 0; i < count; i++) {
        int number = ascii_number(names[i], 9999);
        last = number > last ? number : last;
    }
    return last;
}

const char *released_hash(struct arena *a, const struct released_files *files,
                          const char *prefix)
{
    struct buf lines = buf_new(a);
    for (size_t i = 0; i < files->all.len; i++)
        if (strncmp(files->all.at[i].name, prefix, strlen(prefix)) == 0)
            buf_printf(&lines, "%s  %s\n", files->all.at[i].sha256,
                       files->all.at[i].name);
    return sha256_hex(a, lines.at, lines.len);
}

/* ---- out ---- */

static void write_file(const struct released_file *f, struct buf *out)
{
    buf_json_field(out, "\n    {", "name", f->name);
    buf_json_field(out, ", ", "sha256", f->sha256);
    buf_printf(out, ", \"bytes\": %zu", f->bytes);
    if (f->document != NULL) {
        buf_json_field(out, ",\n     ", "document", f->document);
        buf_json_field(out, ", ", "language", f->language);
        buf_json_field(out, ", ", "format", f->format);
        buf_json_field(out, ", ", "isbn", f->isbn);
        buf_json_field(out, ",\n     ", "heard", f->heard);
        buf_printf(out, ", \"pages\": %d", f->pages);
    }
    buf_char(out, '}');
}

static void write_files(const char *key, const struct released_files *files,
                        struct buf *out)
{
    buf_printf(out, ",\n  \"%s\": [", key);
    for (size_t i = 0; i < files->all.len; i++) {
        buf_str(out, i > 0 ? "," : "");
        write_file(&files->all.at[i], out);
    }
    buf_str(out, "]");
}

static void write_libraries(const struct manifest *m, struct buf *out)
{
    buf_json_field(out, ",\n  \"program\": {", "gwasg", m->program);
    for (size_t i = 0; i < m->libraries.all.len; i++)
        buf_json_field(out, ", ", m->libraries.all.at[i].name,
                       m->libraries.all.at[i].version);
    buf_char(out, '}');
}

static void write_corrections(const struct manifest *m, struct buf *out)
{
    buf_str(out, ",\n  \"corrections\": [");
    for (size_t i = 0; i < m->corrections.all.len; i++) {
        const struct correction *c = &m->corrections.all.at[i];
        buf_json_field(out, i > 0 ? ",\n    {" : "\n    {", "date", c->date);
        buf_json_field(out, ", ", "what", c->what);
        buf_json_field(out, ", ", "why", c->why);
        buf_char(out, '}');
    }
    buf_str(out, "]");
}

void manifest_write(const struct manifest *m, struct buf *out)
{
    buf_json_field(out, "{\n  ", "manifest", FORMAT);
    buf_json_field(out, ",\n  ", "report", m->report);
    buf_printf(out, ",\n  \"release\": %d", m->number);
    buf_json_field(out, ",\n  ", "date", m->date);
    buf_json_field(out, ",\n  ", "by", m->by);
    buf_json_field(out, ",\n  ", "published", m->published);
    buf_json_field(out, ",\n  ", "programme", m->programme);
    buf_json_field(out, ",\n  ", "house", m->house);
    write_libraries(m, out);
    buf_json_field(out, ",\n  ", "before", m->before);
    buf_json_field(out, ",\n  ", "inputs", m->inputs);
    buf_json_field(out, ",\n  ", "templates", m->templates);
    write_corrections(m, out);
    write_files("files", &m->files, out);
    write_files("kept", &m->kept, out);
    buf_str(out, "\n}\n");
}

/* ---- in ---- */

/* A reading on its way; `wrong`: something was said. */
struct manifest_reader {
    struct arena *a;
    struct diags *d;
    bool wrong;
};

static void say_wrong(struct manifest_reader *r, struct pos pos, const char *what)
{
    r->wrong = true;
    diag(r->d, DIAG_RELEASE_SPOILT, pos,
         "%s; put the manifest back as it was written, from a copy", what);
}

/* A text; NULL where null stands, which may be where `may` says so. */
static const char *manifest_text(struct manifest_reader *r, const struct node *map,
                                 const char *key, bool may)
{
    const struct node *n = map->kind == NODE_MAP ? node_get(map, key) : NULL;
    const bool none = n != NULL && n->kind == NODE_TEXT && n->style == TEXT_PLAIN &&
                      strcmp(n->text, "null") == 0;
    if ((n == NULL || none) && may)
        return NULL;
    if (n != NULL && n->kind == NODE_TEXT && !none)
        return n->text;
    say_wrong(r, n != NULL ? n->pos : map->pos,
              arena_printf(r->a, "\"%s\" is missing or no text", key));
    return "";
}

static long manifest_number(struct manifest_reader *r, const struct node *map,
                            const char *key)
{
    const char *text = manifest_text(r, map, key, false);
    const size_t len = strlen(text);
    long number = 0;
    for (size_t i = 0; i < len && len < 12; i++)
        number = 10 * number + (text[i] - '0');
    if (len < 12 && text[strspn(text, "0123456789")] == '\0')
        return number;
    say_wrong(r, map->pos, arena_printf(r->a, "\"%s\" is no number", key));
    return 0;
}

/* A hand that has changed a name shall not have other files read. */
static const char *name_of(struct manifest_reader *r, const struct node *map)
{
    const char *name = manifest_text(r, map, "name", false);
    if (name[0] == '/' || strstr(name, "..") != NULL)
        say_wrong(r, map->pos, "a name that leads out of the folder");
    return name;
}

static const struct node *list_of_key(struct manifest_reader *r, const struct node *root,
                                      const char *key)
{
    static const struct node none = {.kind = NODE_LIST};
    const struct node *list = node_get(root, key);
    if (list != NULL && list->kind == NODE_LIST)
        return list;
    say_wrong(r, root->pos, arena_printf(r->a, "\"%s\" is missing or no list", key));
    return &none;
}

static void read_files(struct manifest_reader *r, const struct node *root,
                       const char *key, struct released_files *files)
{
    const struct node *list = list_of_key(r, root, key);
    for (size_t i = 0; i < list->count; i++) {
        const struct node *n = list->items[i];
        struct released_file *f = array_push(r->a, &files->all);
        *f = (struct released_file){
            .name = name_of(r, n),
            .sha256 = manifest_text(r, n, "sha256", false),
            .bytes = (size_t)manifest_number(r, n, "bytes"),
            .document = manifest_text(r, n, "document", true),
            .language = manifest_text(r, n, "language", true),
            .format = manifest_text(r, n, "format", true),
            .isbn = manifest_text(r, n, "isbn", true),
            .heard = manifest_text(r, n, "heard", true),
            .pos = n->pos,
        };
        if (f->document != NULL)
            f->pages = (int)manifest_number(r, n, "pages");
    }
}

static void read_corrections(struct manifest_reader *r, const struct node *root,
                             struct corrections *to)
{
    const struct node *list = list_of_key(r, root, "corrections");
    for (size_t i = 0; i < list->count; i++) {
        const struct node *n = list->items[i];
        *array_push(r->a, &to->all) = (struct correction){
            manifest_text(r, n, "date", false), manifest_text(r, n, "what", false),
            manifest_text(r, n, "why", false)};
    }
}

static void read_libraries(struct manifest_reader *r, const struct node *root,
                           struct manifest *m)
{
    const struct node *map = node_get(root, "program");
    if (map == NULL || map->kind != NODE_MAP) {
        say_wrong(r, root->pos, "\"program\" is missing or no map");
        return;
    }
    m->program = manifest_text(r, map, "gwasg", false);
    for (size_t i = 0; i < map->count; i++) {
        const struct entry *e = &map->entries[i];
        if (strcmp(e->key->text, "gwasg") != 0 && e->value->kind == NODE_TEXT)
            library_add(r->a, &m->libraries, e->key->text, e->value->text);
    }
}

static void read_manifest_node(struct manifest_reader *r, const struct node *root,
                               struct manifest *m)
{
    if (strcmp(manifest_text(r, root, "manifest", false), FORMAT) != 0)
        say_wrong(r, root->pos, "it does not say \"manifest\": \"" FORMAT "\"");
    m->report = manifest_text(r, root, "report", false);
    m->number = (int)manifest_number(r, root, "release");
    m->date = manifest_text(r, root, "date", false);
    m->by = manifest_text(r, root, "by", false);
    m->published = manifest_text(r, root, "published", true);
    m->programme = manifest_text(r, root, "programme", false);
    m->house = manifest_text(r, root, "house", true);
    m->before = manifest_text(r, root, "before", true);
    m->inputs = manifest_text(r, root, "inputs", false);
    m->templates = manifest_text(r, root, "templates", false);
    read_libraries(r, root, m);
    read_corrections(r, root, &m->corrections);
    read_files(r, root, "files", &m->files);
    read_files(r, root, "kept", &m->kept);
}

bool manifest_read(struct arena *a, struct diags *d, const char *dir, struct manifest *m)
{
    struct manifest_reader r = {.a = a, .d = d};
    const char *path = path_join(a, dir, MANIFEST_NAME);
    *m = (struct manifest){0};
    const struct file *f = file_read_bytes(a, d, path, YAML_BYTES, (struct pos){0});
    if (f == NULL)
        return false;
    m->sha256 = sha256_hex(a, f->text, f->len);
    const struct file *text = file_of_text(a, d, path, f->text, f->len);
    const struct node *root = text != NULL ? source_parse(a, d, text) : NULL;
    if (root == NULL)
        return false;
    m->pos = root->pos;
    if (root->kind != NODE_MAP)
        say_wrong(&r, root->pos, "it is no map");
    else
        read_manifest_node(&r, root, m);
    return !r.wrong;
}
