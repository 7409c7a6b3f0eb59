/* yaml.h -- what the two halves of the YAML reader share: yaml.c builds the tree,
 * yaml_error.c says in an author's words what libyaml could not read.  Not for others. */
#ifndef SOURCE_YAML_H
#define SOURCE_YAML_H

#include "source/node.h"

#include <yaml.h>

/* libyaml counts characters, we count bytes: where every STEP-th character begins. */
struct characters {
    const struct file *file;
    const size_t *steps;
    size_t count;
    bool ascii; /* then both are the same */
};

struct characters characters_of(struct arena *a, const struct file *f);
/* The byte where that character begins, at most the file's length. */
size_t characters_byte(const struct characters *c, size_t character);

/* The last text or list that closed by a sign of its own: behind it nothing may follow,
 * so it explains what libyaml says next. */
struct closed {
    char sign; /* how it began: ' " [ {, or 0 */
    size_t start, end;
};

struct yaml_reader {
    struct arena *a;
    struct diags *d;
    const struct file *file;
    struct characters characters;
    yaml_parser_t yaml;
    struct closed closed;
    struct pos text; /* the last that was read */
    int depth;
    size_t nodes, offsets;
    bool stopped; /* a fault that ends the reading was said */
};

/* `len` bytes from the place that libyaml means. */
struct pos reader_pos(const struct yaml_reader *r, yaml_mark_t start, yaml_mark_t end);

/* Says what is wrong, after libyaml gave up. */
void yaml_say_error(struct yaml_reader *r);

#endif
