/* topics.c -- `gwasg help`: what a command takes, or a page of the documents that are
 * installed with the program, as it stands. */
#include "base/bounds.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/pipeline.h"
#include "cli/places.h"

#include <string.h>

/* "writing" of "writing.md"; NULL of another file. */
static const char *page_name(struct arena *a, const char *file)
{
    size_t len = strlen(file);
    return len > 3 && strcmp(file + len - 3, ".md") == 0 ? arena_strndup(a, file, len - 3)
                                                         : NULL;
}

/* The names of the pages, sorted. */
static const char *const *pages(struct run *r, const char *docs, size_t *count)
{
    size_t files = 0;
    const char *const *all = docs != NULL ? folder_names(r->a, r->d, docs, &files) : NULL;
    const char **names = NEW_ARRAY(r->a, const char *, files + 1);
    *count = 0;
    for (size_t i = 0; i < files; i++) {
        const char *name = page_name(r->a, all[i]);
        if (name != NULL)
            names[(*count)++] = name;
    }
    return names;
}

static const struct file *page_read(struct run *r, const char *docs, const char *name)
{
    const char *path = arena_printf(r->a, "%s/%s.md", docs, name);
    return file_read(r->a, r->d, path, YAML_BYTES, (struct pos){0});
}

/* Each page with its heading. */
static void list_topics(struct run *r, const char *docs, struct buf *out)
{
    size_t count;
    const char *const *names = pages(r, docs, &count);
    buf_str(out, "gwasg help COMMAND tells the options of a command.  Pages:\n");
    for (size_t i = 0; i < count; i++) {
        const struct file *f = page_read(r, docs, names[i]);
        if (f != NULL)
            buf_printf(out, "  %-12s %.*s\n", names[i],
                       (int)strcspn(f->text + strspn(f->text, "# "), "\n"),
                       f->text + strspn(f->text, "# "));
    }
}

static void topic_unknown(struct run *r, const char *topic, const char *const *names,
                          size_t count)
{
    const struct options *o = r->o;
    const char **all = NEW_ARRAY(r->a, const char *, count + o->command_count);
    memcpy(all, names, count * sizeof *all);
    for (size_t i = 0; i < o->command_count; i++)
        all[count + i] = o->commands[i].name;
    const char *near = nearest_name(topic, all, count + o->command_count);
    diag(r->d, DIAG_TOPIC_UNKNOWN, (struct pos){0}, "\"%s\"; %s%s", topic,
         near != NULL ? "did you mean " : "gwasg help topics lists what there is",
         near != NULL ? near : "");
}

static bool help_of_command(const struct options *o, const char *topic, struct buf *out)
{
    for (size_t i = 0; i < o->command_count; i++)
        if (strcmp(o->commands[i].name, topic) == 0) {
            help_command(&o->commands[i], out);
            return true;
        }
    if (!help_is_group(o->commands, o->command_count, topic))
        return false;
    help_group(o->commands, o->command_count, topic, out);
    return true;
}

/* `said`: there is a command of that name too. */
static void help_of_page(struct run *r, const char *topic, bool said, struct buf *out)
{
    const char *docs = place_find(r->a, "docs");
    size_t count;
    const char *const *names = pages(r, docs, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], topic) == 0) {
            const struct file *f = page_read(r, docs, topic);
            if (f != NULL)
                buf_printf(out, "%s%s", said ? "\n" : "", f->text);
            return;
        }
    if (said)
        return;
    if (strcmp(topic, "topics") == 0)
        list_topics(r, docs, out);
    else
        topic_unknown(r, topic, names, count);
}

void command_help(struct run *r, struct buf *out)
{
    const struct options *o = r->o;
    struct buf topic = buf_new(r->a);
    for (int i = 0; o->topic == NULL && i < o->operand_count; i++)
        buf_printf(&topic, "%s%s", i > 0 ? " " : "", o->operands[i]);
    const char *what = o->topic != NULL ? o->topic : topic.at;
    if (*what == '\0')
        help_general(o->commands, o->command_count, out);
    else
        help_of_page(r, what, help_of_command(o, what, out), out);
}
