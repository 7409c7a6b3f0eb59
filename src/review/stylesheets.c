/* stylesheets.c -- in: the folders of a programme; out: its templates in parts, each with
 * a hash that comments and blanks do not change. */
#include "review/stylesheets.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/hash.h"

#include <string.h>

const char *stylesheet_name(struct arena *a, const char *path)
{
    return arena_printf(a, "%s/%s", path_name(a, path_dir(a, path)), path_name(a, path));
}

/* Behind `end`, searched from `s` on. */
static const char *behind(const char *s, const char *end)
{
    const char *found = strstr(s, end);
    return found != NULL ? found + strlen(end) : s + strlen(s);
}

static uint64_t hash_words(uint64_t hash, const char *s, const char *end)
{
    while (s < end) {
        if (strncmp(s, "<!--", 4) == 0) {
            s = behind(s, "-->");
            continue;
        }
        if (strchr(" \t\n", *s) == NULL)
            hash = hash_bytes(hash, s, 1);
        s++;
    }
    return hash;
}

/* ---- a stylesheet ---- */

struct tag_scan {
    struct arena *a;
    struct stylesheet *f;
    int depth; /* of elements that are open; 1 in the stylesheet */
};

/* Its name and by what it is called: the first attribute, and `mode` behind it. */
static const char *label_of(struct tag_scan *s, const char *tag)
{
    const char *quote = behind(behind(tag, "\""), "\"");
    if (strncmp(quote, " mode=\"", 7) == 0)
        quote = behind(quote + 7, "\"");
    size_t colon = strncmp(tag, "<xsl:", 5) == 0 ? 5 : 1, twins = 0,
           len = (size_t)(quote - tag) - colon;
    const char *label = arena_strndup(s->a, tag + colon, len);
    for (size_t i = 0; i < s->f->parts.len; i++)
        twins += strncmp(s->f->parts.at[i].label, label, len) == 0;
    return twins == 0 ? label : arena_printf(s->a, "%s (%zu)", label, twins + 1);
}

/* Where the tag ends, a `>` in a value left aside. */
static const char *tag_end(const char *tag)
{
    char quote = '\0';
    for (; *tag != '\0' && (quote != '\0' || *tag != '>'); tag++)
        if (quote != '\0')
            quote = *tag == quote ? '\0' : quote;
        else if (*tag == '"' || *tag == '\'')
            quote = *tag;
    return tag;
}

static void part_end(struct tag_scan *s, const char *end)
{
    if (s->depth == 1 && s->f->parts.len > 0) {
        struct template_part *part = &s->f->parts.at[s->f->parts.len - 1];
        part->hash = hash_words(HASH_START, s->f->file->text + part->at.at, end);
    }
}

static void tag_take(struct tag_scan *s, const char *tag, const char *end)
{
    const size_t at = (size_t)(tag - s->f->file->text);
    bool whole = end > tag && end[-1] == '/';
    if (tag[1] == '/') {
        s->depth--;
        part_end(s, end);
        return;
    }
    if (s->depth == 1) {
        const char *label = label_of(s, tag);
        *array_push(s->a, &s->f->parts) = (struct template_part){
            .label = label, .at = {s->f->file, at, strcspn(tag, " \n>")}};
    }
    if (s->depth > 1 && strncmp(tag, "<xsl:", 5) != 0)
        *array_push(s->a, &s->f->parts.at[s->f->parts.len - 1].tags) = at;
    if (whole)
        part_end(s, end);
    else
        s->depth++;
}

static void template_scan(struct arena *a, struct stylesheet *f)
{
    struct tag_scan s = {a, f, 0};
    const char *tag = f->file->text;
    while ((tag = strchr(tag, '<')) != NULL) {
        if (strncmp(tag, "<!--", 4) == 0) {
            tag = behind(tag, "-->");
        } else if (tag[1] == '?' || tag[1] == '!') {
            tag = behind(tag, ">");
        } else {
            const char *end = tag_end(tag);
            tag_take(&s, tag, end);
            tag = end;
        }
    }
}

/* ---- wordings ---- */

/* What they print is in their marks; how it is said, others read. */
static void marks_scan(struct arena *a, struct stylesheet *f)
{
    const char *mark = strstr(f->file->text, "((");
    struct template_part *part = array_push(a, &f->parts);
    *part = (struct template_part){
        .label = "the marks of its wordings", .at = {f->file, 0, 1}, .hash = HASH_START};
    while (mark != NULL) {
        const char *end = behind(mark, "))");
        part->hash = hash_words(part->hash, mark, end);
        mark = strstr(end, "((");
    }
}

/* ---- all ---- */

static void file_take(struct arena *a, struct diags *d, struct stylesheets *list,
                      const char *path)
{
    const char *end = strrchr(path, '.');
    bool template = end != NULL && strcmp(end, ".xsl") == 0;
    if (!template && strcmp(path_name(a, path), "words.yaml") != 0)
        return;
    const struct file *file = file_read(a, d, path, XML_BYTES, (struct pos){0});
    if (file == NULL)
        return;
    struct stylesheet *f = array_push(a, &list->all);
    *f = (struct stylesheet){.name = stylesheet_name(a, path), .file = file};
    if (template)
        template_scan(a, f);
    else
        marks_scan(a, f);
}

struct stylesheets stylesheets_read(struct arena *a, struct diags *d,
                                    const struct programme *p)
{
    struct stylesheets list = {0};
    for (size_t i = 0; i < p->house_count + p->folder_count; i++) {
        const char *dir = programme_folder(p, i)->dir;
        size_t count = 0;
        const char *const *names = folder_names(a, d, dir, &count);
        for (size_t k = 0; k < count; k++)
            file_take(a, d, &list, path_join(a, dir, names[k]));
    }
    return list;
}
