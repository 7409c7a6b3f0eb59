/* letter.c -- `gwasg comments letter`: the reply to those who commented, to all of them
 * or to each. */
#include "cli/commands.h"
#include "cli/desk.h"

#include "base/map.h"
#include "comments/change.h"
#include "comments/import.h"
#include "comments/unasked.h"
#include "model/read.h"
#include "proof/proof.h"
#include "sending/recipients.h"

#include <string.h>
#include <strings.h>

/* Whom the letter is to: somebody whose comments alone it answers, or NULL, all. */
struct letter_to {
    const char *author, *slug;  /* the slug for the name of the file, unlike the others */
    struct comment_table table; /* of these comments */
};

struct answers {
    ARRAY(struct answered) all;
};

/* ---- what it says ---- */

static void cut_change(struct arena *a, struct answered *one)
{
    bool both = one->was != NULL && one->now != NULL;
    if (both && strcmp(one->was, one->now) != 0)
        change_cut(a, &one->was, &one->now);
}

static void add_comments(struct desk *desk, const struct comment_table *t, enum lang l,
                         struct answers *out)
{
    for (size_t i = 0; i < t->all.len; i++) {
        const struct comment *c = &t->all.at[i];
        const struct mapped *at =
            round_block(desk->round, c->draft, c->cell[CELL_UID], l);
        struct answered one = {.ref = at != NULL ? map_form_ref(desk->r->a, at)
                                                 : c->cell[CELL_REFERENCE],
                               .comment = c->cell[CELL_COMMENT],
                               .author = comment_author(c),
                               .reason = c->cell[CELL_REASON],
                               .decision = c->decision,
                               .pos = c->pos[CELL_COMMENT]};
        round_change(desk->r->a, desk->round, c, l, &one.was, &one.now);
        cut_change(desk->r->a, &one);
        *array_push(desk->r->a, &out->all) = one;
    }
}

/* The draft that those who get the letter have read: the first that it answers. */
static int draft_read(const struct desk *desk, const struct comment_table *t)
{
    int first = 0;
    for (size_t i = 0; i < t->all.len; i++) {
        int draft = t->all.at[i].draft;
        if (draft > 0 && (first == 0 || draft < first))
            first = draft;
    }
    return first > 0 ? first : desk->round->count;
}

static void add_unasked(struct desk *desk, const struct comment_table *t, enum lang l,
                        struct answers *out)
{
    struct arena *a = desk->r->a;
    const struct unasked_blocks blocks =
        round_unasked(a, desk->round, &desk->table, draft_read(desk, t), l);
    for (size_t i = 0; i < blocks.all.len; i++) {
        const struct mapped *was = blocks.all.at[i].was, *now = blocks.all.at[i].now;
        struct answered one = {.ref = was != NULL ? was->ref : now->ref,
                               .comment = "",
                               .author = "",
                               .reason = "",
                               .decision = DECISION_OPEN,
                               .was = was != NULL ? was->text : NULL,
                               .now = now != NULL ? now->text : NULL};
        cut_change(a, &one);
        *array_push(a, &out->all) = one;
    }
}

/* ---- to whom ---- */

static bool is_by(struct arena *a, const struct comment *c, const char *author)
{
    return author == NULL ||
           strcasecmp(text_one_line(a, c->cell[CELL_AUTHOR]), author) == 0;
}

static struct letter_to letter_to(struct desk *desk, const char *author)
{
    struct letter_to to = {author, "", desk->table};
    to.table.all.at = NULL;
    to.table.all.len = to.table.all.cap = 0;
    for (size_t i = 0; i < desk->table.all.len; i++)
        if (is_by(desk->r->a, &desk->table.all.at[i], author))
            *array_push(desk->r->a, &to.table.all) = desk->table.all.at[i];
    return to;
}

struct authors {
    ARRAY(const char *) all; /* each once, in the order of the table */
};

static struct authors authors_of(struct desk *desk)
{
    struct authors out = {0};
    struct map *seen = map_new(desk->r->a);
    for (size_t i = 0; i < desk->table.all.len; i++) {
        const char *author =
            text_one_line(desk->r->a, desk->table.all.at[i].cell[CELL_AUTHOR]);
        if (map_put(seen, author, seen) == NULL)
            *array_push(desk->r->a, &out.all) = author;
    }
    return out;
}

static void say_nobody(struct desk *desk, const struct authors *authors)
{
    struct run *r = desk->r;
    const char *path = comment_table_path(r->a, desk->s->in->dir);
    if (desk->table.all.len == 0)
        diag(r->d, DIAG_COMMENT_WRONG, (struct pos){0},
             "there are no comments in %s to reply to", path);
    else
        diag(r->d, DIAG_COMMENT_WRONG, pos_of_path(r->a, path),
             "nobody of the name \"%s\" has commented%s", r->o->by,
             name_hint(r->a, r->o->by, authors->all.at, authors->all.len));
}

/* ---- the letters ---- */

static const char *letter_path(const struct desk *desk, const struct letter_to *to,
                               enum lang l)
{
    struct run *r = desk->r;
    return arena_printf(r->a, "%s/%s.reply%s%s.%s.pdf", r->o->out, desk->s->in->name,
                        to->slug[0] != '\0' ? "." : "", to->slug, lang_code(l));
}

/* A letter in a language, laid out; false when something was said. */
static bool make_letter(struct desk *desk, const struct letter_to *to,
                        const struct scores *s, enum lang l, struct file_write *file)
{
    struct run *r = desk->r;
    struct answers answers = {0};
    add_comments(desk, &to->table, l, &answers);
    if (r->o->unasked)
        add_unasked(desk, &to->table, l, &answers);
    const struct report *letter = answers_report(r->a, r->d, s, desk->now[l], r->o->date,
                                                 answers.all.at, answers.all.len);
    struct document *doc = letter != NULL ? run_document(r, s, letter) : NULL;
    if (doc == NULL)
        return false;
    const struct buf *bytes = run_pdf(r, doc);
    *file = (struct file_write){
        .path = letter_path(desk, to, l), .bytes = bytes->at, .len = bytes->len};
    return true;
}

static void check_letter(struct desk *desk, const struct letter_to *to)
{
    struct run *r = desk->r;
    comments_check_table(r->a, r->d, &to->table);
    comments_check_authors(r->a, r->d, &to->table);
    comments_check_changes(r->a, r->d, desk->round, &to->table);
}

/* "joan-hale", or "joan-hale-2". */
static const char *slug_new(struct arena *a, struct map *taken, const char *author)
{
    const char *slug = slug_of(a, author), *own = slug;
    for (int n = 2; map_put(taken, own, taken) != NULL; n++)
        own = arena_printf(a, "%s-%d", slug, n);
    return own;
}

struct letters {
    ARRAY(struct letter_to) all;
    ARRAY(struct file_write) files;
};

static void choose_letters(struct desk *desk, struct letters *letters)
{
    struct run *r = desk->r;
    const struct authors authors = authors_of(desk);
    for (size_t i = 0; r->o->each && i < authors.all.len; i++)
        *array_push(r->a, &letters->all) = letter_to(desk, authors.all.at[i]);
    if (!r->o->each)
        *array_push(r->a, &letters->all) = letter_to(desk, r->o->by);
    struct map *taken = map_new(r->a);
    for (size_t i = 0; i < letters->all.len; i++)
        if (letters->all.at[i].author != NULL)
            letters->all.at[i].slug = slug_new(r->a, taken, letters->all.at[i].author);
    if (letters->all.len == 0 || letters->all.at[0].table.all.len == 0)
        say_nobody(desk, &authors);
}

/* All letters in a language; false when something was said. */
static bool make_letters(struct desk *desk, struct letters *letters, enum lang l)
{
    const struct scores *s = run_edition(desk->r, desk->s, l);
    if (s == NULL || !desk_now(desk, s, l))
        return false;
    for (size_t i = 0; i < letters->all.len; i++)
        if (!make_letter(desk, &letters->all.at[i], s, l,
                         array_push(desk->r->a, &letters->files)))
            return false;
    return true;
}

/* In all languages and to everybody, or none. */
void command_comments_letter(struct run *r, struct buf *out)
{
    struct desk desk;
    struct letters letters = {0};
    enum lang editions[LANG_COUNT];
    if (!desk_open(&desk, r))
        return;
    choose_letters(&desk, &letters);
    for (size_t i = 0; i < letters.all.len; i++)
        check_letter(&desk, &letters.all.at[i]);
    size_t count = run_editions(r, desk.s->in, editions);
    for (size_t i = 0; i < count && diags_errors(r->d) == 0; i++)
        if (!make_letters(&desk, &letters, editions[i]))
            return;
    run_write(r, letters.files.at, letters.files.len, out);
}
