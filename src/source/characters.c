/* characters.c -- libyaml's character counts to bytes of the file.  In: marks; out:
 * places.  Every 16th character is noted, so that a mark costs a short walk. */
#include "source/yaml.h"

#include "base/utf8.h"

enum { STEP = 16 };

static bool continues(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

struct characters characters_of(struct arena *a, const struct file *f)
{
    struct characters c = {.file = f};
    size_t characters = utf8_count(f->text, f->len), n = 0;
    c.ascii = characters == f->len;
    if (c.ascii)
        return c;
    size_t *steps = NEW_ARRAY(a, size_t, characters / STEP + 1);
    for (size_t i = 0; i < f->len; i++)
        if (!continues(f->text[i]) && n++ % STEP == 0)
            steps[c.count++] = i;
    c.steps = steps;
    return c;
}

size_t characters_byte(const struct characters *c, size_t character)
{
    size_t len = c->file->len, step = character / STEP;
    if (c->ascii)
        return character < len ? character : len;
    if (step >= c->count)
        return len;
    size_t at = c->steps[step];
    for (size_t left = character % STEP; left > 0 && at < len; left--) {
        at++;
        while (at < len && continues(c->file->text[at]))
            at++;
    }
    return at;
}

struct pos reader_pos(const struct yaml_reader *r, yaml_mark_t start, yaml_mark_t end)
{
    size_t at = characters_byte(&r->characters, start.index);
    size_t behind = characters_byte(&r->characters, end.index);
    return (struct pos){r->file, at, behind > at ? behind - at : 0};
}
