/* yaml.c -- in: texts, and homes with passages that no file has yet; out: YAML.  What
 * must be given and is not is asked for. */
#include "manuscript/yaml.h"

#include "base/ascii.h"
#include "base/buf.h"

#include <ctype.h>
#include <string.h>

static bool is_plain(const char *s, bool flow)
{
    const size_t len = strlen(s);
    const bool begins =
        isalnum((unsigned char)*s) || (*s & 0x80) != 0 || strncmp(s, "((", 2) == 0;
    return begins && len < 4000 && strpbrk(s, "\n\t") == NULL &&
           strstr(s, ": ") == NULL && strstr(s, " #") == NULL && s[len - 1] != ':' &&
           s[len - 1] != ' ' && (!flow || strpbrk(s, ",[]{}\"'") == NULL);
}

void yaml_lines(struct buf *out, const char *text, size_t indent)
{
    for (; *text != '\0'; text++) {
        buf_char(out, *text);
        if (*text == '\n' && text[1] != '\n' && text[1] != '\0')
            buf_printf(out, "%*s", (int)indent, "");
    }
}

void yaml_scalar(struct buf *out, const char *text, size_t indent, bool prose, bool flow)
{
    if (is_plain(text, flow)) {
        buf_str(out, text);
    } else if (!flow && (prose || strchr(text, '\n') != NULL)) {
        buf_printf(out, "|\n%*s", (int)indent, "");
        yaml_lines(out, text, indent);
    } else {
        buf_json(out, text);
    }
}

const char *yaml_key(struct arena *a, const char *key)
{
    struct buf out = buf_new(a);
    if (isalpha((unsigned char)key[0]) && strpbrk(key, ":#,[]{}\"' ") == NULL)
        return key;
    buf_json(&out, key);
    return out.at;
}

/* ---- homes ---- */

static bool is_given(const struct home *h)
{
    if (h->passages.len > 0)
        return true;
    for (size_t i = 0; i < h->homes.len; i++)
        if (is_given(h->homes.at[i]))
            return true;
    return false;
}

static bool is_wanted(const struct home *h)
{
    return is_given(h) || (h->field != NULL && h->field->required);
}

/* What asks for a field that the manuscript does not have. */
static const char *query(struct arena *a, const struct home *h)
{
    const char *help =
        h->field != NULL && h->field->help != NULL ? h->field->help : h->key;
    return arena_printf(a, "((? %s ?))", help);
}

static const char *whole(struct arena *a, const struct home *h)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < h->passages.len; i++)
        buf_printf(&out, "%s%s", i > 0 ? "\n\n" : "", h->passages.at[i].markdown);
    return h->passages.len > 0 ? out.at : query(a, h);
}

static void put_items(struct buf *out, const struct home *h, size_t indent, bool flow)
{
    const bool prose = home_is_prose(h);
    const size_t count = h->passages.len > 0 ? h->passages.len : 1;
    if (flow)
        buf_str(out, " [");
    for (size_t i = 0; i < count; i++) {
        const char *text =
            h->passages.len > 0 ? h->passages.at[i].markdown : query(out->a, h);
        if (flow)
            buf_str(out, i > 0 ? ", " : "");
        else
            buf_printf(out, "\n%*s- ", (int)indent + 2, "");
        yaml_scalar(out, text, indent + 4, prose, flow);
    }
    buf_str(out, flow ? "]" : "");
}

/* A text with tables between its paragraphs, which wait for their captions. */
static void put_insets(struct buf *out, const struct home *h, size_t indent)
{
    for (size_t i = 0; i < h->homes.len; i++) {
        const struct home *c = h->homes.at[i];
        buf_printf(out, "\n%*s- ", (int)indent + 2, "");
        if (c->kind == HOME_TEXT)
            yaml_scalar(out, whole(out->a, c), indent + 4, true, false);
        else
            buf_printf(out, "{table: %s, caption: \"((? what the table shows ?))\"}",
                       c->homes.at[0]->file);
    }
}

/* Keys of a record or map; the first on the line where it begins when `inside`. */
static void put_keys(struct buf *out, const struct home *h, size_t indent, bool inside,
                     bool flow)
{
    bool first = true;
    for (size_t i = 0; i < h->homes.len; i++) {
        const struct home *c = h->homes.at[i];
        if (!is_wanted(c))
            continue;
        if (flow)
            buf_str(out, first ? "" : ", ");
        else if (!first || !inside)
            buf_printf(out, "\n%*s", (int)indent, "");
        buf_printf(out, "%s:", yaml_key(out->a, c->key));
        yaml_home(out, c, indent, flow);
        first = false;
    }
}

void yaml_record(struct buf *out, const struct home *h, size_t indent, bool flow)
{
    buf_str(out, flow ? "{" : "");
    put_keys(out, h, indent + 2, true, flow);
    buf_str(out, flow ? "}" : "");
}

void yaml_home(struct buf *out, const struct home *h, size_t indent, bool flow)
{
    switch (h->kind) {
    case HOME_WORDS:
    case HOME_LINE:
    case HOME_TEXT:
        buf_char(out, ' ');
        yaml_scalar(out, whole(out->a, h), indent + 2, h->kind != HOME_WORDS, flow);
        return;
    case HOME_ITEMS: put_items(out, h, indent, flow); return;
    case HOME_GROUP:
        if (h->field != NULL && h->field->insets && !flow) {
            put_insets(out, h, indent);
            return;
        }
        buf_str(out, flow ? " {" : "");
        put_keys(out, h, indent + 2, false, flow);
        buf_str(out, flow ? "}" : "");
        return;
    case HOME_TABLE: /* in no file yet: the import finds that it has not arrived */
        buf_printf(out, " %s", query(out->a, h));
        return;
    case HOME_RECORDS: break;
    }
    buf_str(out, flow ? " [" : "");
    for (size_t i = 0; i < h->homes.len; i++) {
        if (flow)
            buf_str(out, i > 0 ? ", " : "");
        else
            buf_printf(out, "\n%*s- ", (int)indent + 2, "");
        yaml_record(out, h->homes.at[i], indent + 2, flow);
    }
    buf_str(out, flow ? "]" : "");
}
