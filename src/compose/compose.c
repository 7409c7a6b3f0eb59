/* compose.c -- the passes in their order: input tree, template, built tree, chart data,
 * terms, numbers, references, typography, and what stands beside the tree. */
#include "base/bounds.h"
#include "base/file.h"
#include "base/hash.h"
#include "compose/template.h"

#include <libxml/tree.h>
#include <stdint.h>
#include <string.h>

struct work *work_new(struct arena *a, struct diags *d, const struct scores *s,
                      enum lang l, enum stage stage)
{
    struct work *w = NEW(a, struct work);
    *w = (struct work){.a = a,
                       .d = d,
                       .s = s,
                       .in = s->in,
                       .p = s->in->programme,
                       .lang = l,
                       .home = l,
                       .stage = stage};
    w->texts_used = map_new(a);
    w->said = map_new(a);
    w->worded = map_new(a);
    w->handed = map_new(a);
    w->elements = element_names(a);
    return w;
}

static const char *template_path(struct work *w, const char *kind)
{
    const struct programme *p = w->p;
    const char **names = NEW_ARRAY(w->a, const char *, p->document_count + 1);
    for (size_t i = 0; i < p->document_count; i++) {
        names[i] = p->documents[i].name;
        if (strcmp(names[i], kind) == 0)
            return p->documents[i].template;
    }
    const char *near = nearest_name(kind, names, p->document_count);
    diag(w->d, DIAG_VALUE_UNKNOWN, (struct pos){0}, "document \"%s\" of %s%s%s", kind,
         p->name, near != NULL ? "; did you mean " : "", near != NULL ? near : "");
    return NULL;
}

/* The programme's own template of that name, else the house's. */
static struct element *run_about(struct work *w, const char *kind)
{
    const char *const folders[] = {w->p->name, w->p->house};
    const char *file = arena_printf(w->a, "%s.xsl", kind), *path = NULL;
    for (size_t i = 0; i < LEN(folders); i++) {
        path = programme_import(w->a, w->p, folders[i], file);
        if (file_exists(path))
            return template_run(w, folders[i], path);
    }
    diag(
        w->d, DIAG_FILE_MISSING, (struct pos){0},
        "%s, the template of this document; add it, or write a `base:` that has one into "
        "the house's style.yaml",
        path);
    return NULL;
}

/* ---- the tree ---- */

static struct element *build_tree(struct work *w, const char *kind)
{
    if (w->about != NULL)
        return run_about(w, kind);
    const char *path = template_path(w, kind);
    return path != NULL ? template_run(w, w->p->name, path) : NULL;
}

/* What only made-up data shows, with which nobody need wait for it. */
static void made_up_check(struct work *w, struct element *root, const char *kind)
{
    root->set[AT_PAGES] = 0; /* nobody writes so much */
    shape_check(w, root, kind);
    alike_check(w, root);
    units_check(w, root);
    if (w->about != NULL)
        unused_check(w, root);
}

struct element *compose_tree(struct work *w, const char *kind)
{
    size_t before = diags_broken(w->d);
    struct element *root = build_tree(w, kind);
    if (root == NULL)
        return NULL;
    badges_read(w);
    charts_fill(w, root);
    evidence_heads(root);
    if (diags_broken(w->d) == before) /* else what is missing was refused */
        empty_check(w, root);
    forms_name(w, root);
    if (w->about == NULL) /* other people's words stay as they are */
        terms_mark(w, root);
    number_report(w, root);
    refs_resolve(w, root);
    typography_set(w, root);
    if (w->in->made_up)
        made_up_check(w, root, kind);
    return root;
}

/* ---- beside the tree ---- */

/* Takes a part out of the tree; NULL when the template has made none. */
static struct element *take_out(struct element *root, enum element_kind kind)
{
    struct element *e = (struct element *)element_child(root, kind);
    if (e != NULL) {
        element_remove(e);
        e->parent = root;
    }
    return e;
}

static const char *take_plain(struct work *w, struct element *root,
                              enum element_kind kind)
{
    const struct element *e = take_out(root, kind);
    return e != NULL ? element_plain(w->a, e) : "";
}

/* As its box prints it. */
static const char *line_plain(struct work *w, const struct value *v)
{
    struct element *p = element_new(w->a, EL_P, (struct pos){0});
    if (v != NULL && v->line != NULL)
        expand_inlines(w, p, v->line, NULL);
    typography_set(w, p);
    return element_plain(w->a, p);
}

static void set_corrections(struct work *w, struct report *r)
{
    const struct value *list = inspection_value(w->in, "corrections");
    const size_t count = list != NULL ? list->count : 0;
    struct report_correction *all = NEW_ARRAY(w->a, struct report_correction, count + 1);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < list->items[i].count; k++) {
            const struct value *v = &list->items[i].items[k];
            if (v->field->kind == FIELD_DATE)
                all[i].date = v->date;
            else if (strcmp(v->name, "what") == 0)
                all[i].what = line_plain(w, v);
            else
                all[i].why = line_plain(w, v);
        }
    r->corrections = all;
    r->correction_count = count;
}

static void set_metadata(struct work *w, struct report *r, struct element *root)
{
    r->title = r->plain_title = take_plain(w, root, EL_TITLE);
    r->subject = take_plain(w, root, EL_SUBJECT);
    r->keywords = take_plain(w, root, EL_KEYWORDS);
    r->author = word_plain(w, report_word_key(REPORT_WORD_AUTHOR), false);
    r->foot = take_out(root, EL_FOOT);
    const struct value *published = inspection_value(w->in, "published");
    if (published != NULL)
        r->published = published->date;
    set_corrections(w, r);
    r->made =
        w->stamp != NULL && w->stamp->date.year != 0 ? w->stamp->date : r->published;
}

/* Over kinds and texts: which words a page was printed from. */
static uint64_t hash_tree(uint64_t hash, const struct element *e)
{
    hash = hash_str(hash, e->text != NULL ? e->text : element_name(e->kind));
    for (const struct element *c = e->first; c != NULL; c = c->next)
        hash = hash_tree(hash, c);
    return hash;
}

static const char *short_hash(struct arena *a, const struct element *root)
{
    uint64_t hash = hash_tree(HASH_START, root);
    return arena_printf(a, "%08x", (unsigned)(hash ^ hash >> 32));
}

struct figure_list {
    ARRAY(const struct source_figure *) all;
};

static void list_figures(struct arena *a, const struct element *e,
                         struct figure_list *list)
{
    if (e->figure != NULL)
        *array_push(a, &list->all) = e->figure;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        list_figures(a, c, list);
}

static const struct shown_picture *pictures_of(struct work *w)
{
    const struct programme *p = w->in->programme;
    struct shown_picture *all =
        NEW_ARRAY(w->a, struct shown_picture, p->picture_count + 1);
    for (size_t i = 0; i < p->picture_count; i++) {
        const struct own_picture *of = &p->pictures[i];
        const struct inline_node *alt = of->alt.in[w->lang];
        if (alt == NULL && !of->decoration)
            diag(w->d, DIAG_ALT_MISSING, of->pos,
                 "say in this language too what \"%s\" shows: alt: {en: ..., cy: ...}",
                 of->id);
        all[i] = (struct shown_picture){of->id, of->path[w->lang], of->at[w->lang],
                                        alt != NULL ? prose_plain(w->a, alt) : NULL};
    }
    return all;
}

static const struct report *report_of(struct work *w, struct element *root,
                                      const char *kind)
{
    struct report *r = NEW(w->a, struct report);
    struct figure_list figures = {0};
    *r = (struct report){.document = kind,
                         .lang = w->lang,
                         .stage = w->stage,
                         .dir = w->in->dir,
                         .pictures = pictures_of(w),
                         .picture_count = w->in->programme->picture_count,
                         .root = root,
                         .queries = w->queries,
                         .prints = w->prints.at,
                         .print_count = w->prints.len,
                         .elements = w->template,
                         .element_count = w->template_count,
                         .badges = w->badges,
                         .badge_count = w->badge_count,
                         .outline = w->outline.at,
                         .outline_count = w->outline.len};
    printed_find(w, root, r);
    set_metadata(w, r, root);
    list_figures(w->a, root, &figures);
    r->figures = figures.all.at;
    r->figure_count = figures.all.len;
    const char *hash = w->stamp != NULL && w->stamp->hash != NULL
                           ? w->stamp->hash
                           : short_hash(w->a, root);
    forms_identify(w, root, hash);
    fixed_words(w, r, hash);
    r->wordings = w->keys.at;
    r->wording_count = w->keys.len;
    return r;
}

const struct report *compose(struct arena *a, struct diags *d, const struct scores *s,
                             const char *kind, enum lang l, enum stage stage)
{
    return compose_stamped(a, d, s, kind, l, stage, NULL);
}

const struct report *compose_stamped(struct arena *a, struct diags *d,
                                     const struct scores *s, const char *kind,
                                     enum lang l, enum stage stage,
                                     const struct stamp *stamp)
{
    struct work *w = work_new(a, d, s, l, stage);
    w->stamp = stamp;
    struct element *root = compose_tree(w, kind);
    return root != NULL ? report_of(w, root, kind) : NULL;
}

struct report *document_about(struct arena *a, struct diags *d, const struct scores *s,
                              const struct report *of, const struct about *about)
{
    struct work *w = work_new(a, d, s, of->lang, of->stage);
    w->about = about;
    struct element *root = compose_tree(w, about->name);
    if (root == NULL)
        return NULL;
    forms_identify(w, root, NULL);
    struct report *r = NEW(a, struct report);
    *r = *of;
    r->document = about->name;
    r->print_count = r->element_count = 0;
    r->outline = w->outline.at;
    r->outline_count = w->outline.len;
    r->wordings = w->keys.at;
    r->wording_count = w->keys.len;
    r->root = root;
    r->title = take_plain(w, root, EL_TITLE);
    struct element *foot = take_out(root, EL_FOOT);
    if (foot == NULL) {
        foot = element_new(a, EL_FOOT, root->pos);
        element_text(a, foot, r->title, root->pos);
    }
    r->foot = foot;
    r->figures = NULL;
    r->figure_count = 0;
    return r;
}

/* ---- the dump "input" ---- */

struct dumping {
    struct work *w;
    struct buf *out;
};

static void dump_input(void *data)
{
    struct dumping *dump = data;
    xmlDocPtr doc = input_build(dump->w);
    names_vouch(names_new(dump->w), doc);
    xmlChar *text = NULL;
    int len = 0;
    xmlDocDumpFormatMemoryEnc(doc, &text, &len, "UTF-8", 1);
    buf_add(dump->out, text, (size_t)len);
}

void compose_input_dump(struct arena *a, struct diags *d, const struct scores *s,
                        enum lang l, enum stage stage, struct buf *out)
{
    struct dumping dump = {work_new(a, d, s, l, stage), out};
    if (!fence_run(XML_MEMORY, false, dump_input, &dump))
        diag(d, DIAG_XSLT_LIMIT, s->in->root->node->pos,
             "what a template would see takes more than 256 MB");
}
