/* mail.c -- in: the bytes of an e-mail; out: its words as UTF-8, and who wrote it when.
 * Of the same words in several shapes the plain one is taken; HTML alone is taken as
 * text.  Nothing is fetched, nothing opened. */
#include "comments/mail.h"

#include "base/ascii.h"
#include "base/file.h"
#include "base/utf8.h"
#include "comments/mail_code.h"
#include "comments/rich.h"
#include "office/sandbox.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { NESTED = 10, PARTS = 200, WORDS = 1 << 16, HEADS = 1000 };

/* ---- heads ---- */

/* A part: its heads and what follows the empty line behind them. */
struct mail_part {
    const char *heads, *body, *end;
};

static const char *line_end(const char *s, const char *end)
{
    const char *found = memchr(s, '\n', (size_t)(end - s));
    return found != NULL ? found + 1 : end;
}

static struct mail_part part_of(const char *s, const char *end)
{
    struct mail_part p = {s, end, end};
    while (s < end) {
        const char *next = line_end(s, end);
        if (*s == '\n' || (*s == '\r' && s + 1 < end && s[1] == '\n')) {
            p.body = next;
            break;
        }
        s = next;
    }
    return p;
}

/* The value of a head, its lines joined; "" when it is not there. */
static const char *head_of(struct arena *a, const struct mail_part *p, const char *name)
{
    const size_t len = strlen(name);
    int lines = 0;
    for (const char *s = p->heads; s < p->body && lines++ < HEADS;) {
        const char *next = line_end(s, p->body);
        while (next < p->body && (*next == ' ' || *next == '\t'))
            next = line_end(next, p->body);
        if ((size_t)(next - s) > len && strncasecmp(s, name, len) == 0 && s[len] == ':') {
            char *value = arena_strndup(a, s + len + 1, (size_t)(next - s) - len - 1);
            for (char *c = value; *c != '\0'; c++)
                *c = *c == '\r' || *c == '\n' || *c == '\t' ? ' ' : *c;
            return value + strspn(value, " ");
        }
        s = next;
    }
    return "";
}

/* `charset` of "text/plain; charset=\"utf-8\"; format=flowed"; "" when it is not there.
 */
static const char *parameter(struct arena *a, const char *head, const char *name)
{
    const size_t len = strlen(name);
    for (const char *s = strchr(head, ';'); s != NULL; s = strchr(s, ';')) {
        s += 1 + strspn(s + 1, " ");
        if (strncasecmp(s, name, len) != 0 || s[len] != '=')
            continue;
        s += len + 1;
        if (*s == '"')
            return arena_strndup(a, s + 1, strcspn(s + 1, "\""));
        return arena_strndup(a, s, strcspn(s, "; "));
    }
    return "";
}

static bool is_type(const char *head, const char *type)
{
    return strncasecmp(head, type, strlen(type)) == 0;
}

/* ---- parts ---- */

struct mail_walk {
    struct buf *out;
    struct buf plain, html; /* what the text is so far, in the two shapes */
    int parts;
    bool cut;
};

/* Soft ends of lines, at which a program has broken a paragraph. */
static const char *unflowed(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    for (; *text != '\0'; text++) {
        if (*text == '\r')
            continue;
        bool soft = *text == '\n' && out.len > 0 && out.at[out.len - 1] == ' ';
        if (!soft)
            buf_char(&out, *text);
    }
    return out.at;
}

static void take_text(struct mail_walk *w, const struct mail_part *p, const char *type)
{
    struct arena *a = w->out->a;
    struct buf *to = is_type(type, "text/html") ? &w->html : &w->plain;
    const size_t len = (size_t)(p->end - p->body);
    const char *text = mail_decode(a, head_of(a, p, "Content-Transfer-Encoding"), p->body,
                                   len, parameter(a, type, "charset"));
    if (is_type(type, "text/html"))
        text = rich_plain(a, text);
    else if (strcasecmp(parameter(a, type, "format"), "flowed") == 0)
        text = unflowed(a, text);
    if (to->len > 0)
        buf_char(to, '\n');
    buf_str(to, text);
}

static void walk_part(struct mail_walk *w, const char *s, const char *end, int depth);

/* The parts between lines of "--boundary". */
static void walk_parts(struct mail_walk *w, const struct mail_part *p,
                       const char *boundary, int depth)
{
    const size_t len = strlen(boundary);
    const char *open = NULL;
    for (const char *s = p->body, *next; s < p->end && len > 0; s = next) {
        next = line_end(s, p->end);
        if ((size_t)(next - s) < len + 2 || strncmp(s, "--", 2) != 0 ||
            strncmp(s + 2, boundary, len) != 0)
            continue;
        if (open != NULL)
            walk_part(w, open, s, depth);
        open = strncmp(s + 2 + len, "--", 2) == 0 ? NULL : next;
    }
    if (open != NULL) /* its end was cut off */
        walk_part(w, open, p->end, depth);
}

/* "utf-8''Si%C3%A2n.pdf": a name as newer programs code it (RFC 2231). */
static const char *coded_name(struct arena *a, const char *how)
{
    const char *value = parameter(a, how, "filename*"), *mark = strrchr(value, '\'');
    char *name = arena_strdup(a, mark != NULL ? mark + 1 : value);
    for (char *c = name; *c != '\0'; c++)
        *c = *c == '%' ? '=' : *c;
    return mail_decode(a, "quoted-printable", name, strlen(name), "utf-8");
}

static void name_attached(struct mail_walk *w, const struct mail_part *p,
                          const char *type, const char *how)
{
    struct arena *a = w->out->a;
    const char *name = parameter(a, how, "filename");
    name = name[0] != '\0' ? name : coded_name(a, how);
    name = name[0] != '\0' ? name : parameter(a, type, "name");
    text_put_str(w->out, "attached");
    text_put_str(w->out,
                 name[0] != '\0' ? mail_words(a, name) : head_of(a, p, "Content-Type"));
}

static void walk_part(struct mail_walk *w, const char *s, const char *end, int depth)
{
    struct arena *a = w->out->a;
    const struct mail_part p = part_of(s, end);
    const char *type = head_of(a, &p, "Content-Type");
    const char *how = head_of(a, &p, "Content-Disposition");
    if (depth > NESTED || w->parts++ >= PARTS) {
        w->cut = true;
        return;
    }
    if (is_type(how, "attachment"))
        name_attached(w, &p, type, how);
    else if (is_type(type, "multipart/"))
        walk_parts(w, &p, parameter(a, type, "boundary"), depth + 1);
    else if (type[0] == '\0' || is_type(type, "text/plain") || is_type(type, "text/html"))
        take_text(w, &p, type);
    else
        name_attached(w, &p, type, how);
}

/* ---- who, when ---- */

/* "Joan Hale <joan@x>" -> "Joan Hale"; "<joan@x>" -> "joan@x". */
static const char *mail_author(struct arena *a, const char *from)
{
    const char *words = mail_words(a, from), *angle = strchr(words, '<');
    size_t len = angle != NULL ? (size_t)(angle - words) : strlen(words);
    while (len > 0 && (words[len - 1] == ' ' || words[len - 1] == '"'))
        len--;
    size_t at = strspn(words, " \"");
    if (angle != NULL && len <= at)
        return arena_strndup(a, angle + 1, strcspn(angle + 1, ">"));
    return len > at ? arena_strndup(a, words + at, len - at) : "";
}

/* "Tue, 22 May 2012 10:15:00 +0100" -> "2012-05-22"; "" where it is no date. */
static const char *mail_date(struct arena *a, const char *date)
{
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    const char *comma = strchr(date, ',');
    date = comma != NULL ? comma + 1 : date;
    date += strspn(date, " ");
    const size_t digits = strspn(date, "0123456789");
    const int day =
        digits > 0 && digits < 3 ? ascii_number(arena_strndup(a, date, digits), 31) : -1;
    date += digits + strspn(date + digits, " ");
    const size_t letters = strcspn(date, " ");
    const char *year = date + letters + strspn(date + letters, " ");
    if (day < 1 || letters < 3 || strspn(year, "0123456789") != 4)
        return "";
    for (size_t m = 0; m < 12; m++)
        if (strncasecmp(date, months + 3 * m, 3) == 0)
            return arena_printf(a, "%.4s-%02zu-%02d", year, m + 1, day);
    return "";
}

/* ---- the mail ---- */

bool is_mail(const struct file *f)
{
    static const char *const firsts[] = {"from:",
                                         "received:",
                                         "return-path:",
                                         "mime-version:",
                                         "date:",
                                         "delivered-to:",
                                         "message-id:",
                                         "subject:",
                                         "to:",
                                         "content-type:",
                                         "x-",
                                         "dkim-signature:",
                                         "arc-seal:",
                                         "authentication-results:",
                                         "thread-topic:",
                                         "reply-to:",
                                         "sender:",
                                         "user-agent:",
                                         "importance:",
                                         "from "};
    const char *s = f->text;
    const size_t name = strcspn(s, ":,;\n");
    for (size_t i = 0; i < LEN(firsts); i++) {
        const size_t len = strlen(firsts[i]);
        if (strncasecmp(s, firsts[i], len) == 0)
            return s[name] == ':' || firsts[i][len - 1] == ' ';
    }
    return false;
}

/* Cut where no name and no subject is as long. */
static void put_head(struct buf *out, const char *name, const char *value)
{
    enum { LONG = 300 };
    text_put_str(out, name);
    text_put(out, value, utf8_cut(value, strlen(value), LONG));
}

static void read_mail(struct buf *out, void *data)
{
    const struct file *f = data;
    struct mail_walk w = {.out = out, .plain = buf_new(out->a), .html = buf_new(out->a)};
    const struct mail_part whole = part_of(f->text, f->text + f->len);
    put_head(out, "from", mail_author(out->a, head_of(out->a, &whole, "From")));
    put_head(out, "date", mail_date(out->a, head_of(out->a, &whole, "Date")));
    put_head(out, "subject", mail_words(out->a, head_of(out->a, &whole, "Subject")));
    walk_part(&w, f->text, f->text + f->len, 0);
    const struct buf *text = w.plain.len > 0 ? &w.plain : &w.html;
    w.cut |= text->len > WORDS;
    text_put_str(out, "text");
    text_put(out, text->at,
             utf8_cut(text->at, text->len < WORDS ? text->len : WORDS, WORDS));
    if (w.cut)
        put_head(out, "cut", "");
}

/* What was said before and is quoted is no comment. */
static const char *unquoted(struct arena *a, const char *text, int *quoted)
{
    struct buf out = buf_new(a);
    while (*text != '\0') {
        const size_t len = strcspn(text, "\n") + (strchr(text, '\n') != NULL);
        if (*text == '>')
            ++*quoted;
        else
            buf_add(&out, text, len);
        text += len;
    }
    return out.at;
}

static void take(struct arena *a, const char *name, const char *value, struct mail *out)
{
    if (strcmp(name, "from") == 0)
        out->author = value;
    else if (strcmp(name, "date") == 0)
        out->date = value;
    else if (strcmp(name, "subject") == 0)
        out->subject = value;
    else if (strcmp(name, "text") == 0)
        out->text = value;
    else if (strcmp(name, "attached") == 0)
        *array_push(a, &out->attached) = value;
}

bool mail_read(struct arena *a, struct diags *d, const struct file *f, struct mail *out)
{
    struct buf texts;
    struct pos where = pos_of_path(a, f->path);
    *out = (struct mail){.author = "", .date = "", .subject = "", .text = ""};
    if (!sandbox_read(a, d, DIAG_REPLY_UNREAD, where, read_mail, (void *)(uintptr_t)f,
                      SANDBOX_OUT, &texts))
        return false;
    texts_say_unclean(a, d, DIAG_REPLY_PASSED, where, &texts);
    size_t at = 0;
    for (const char *name; (name = text_next(a, &texts, &at)) != NULL;) {
        const char *value = text_next(a, &texts, &at);
        if (strcmp(name, "cut") == 0)
            diag(d, DIAG_REPLY_PASSED, where,
                 "the end of a text of more than 64 kB, or parts behind the first 200");
        else
            take(a, name, value != NULL ? value : "", out);
    }
    int quoted = 0;
    out->text = unquoted(a, out->text, &quoted);
    if (quoted > 0)
        diag(d, DIAG_REPLY_PASSED, where, "%d line%s quoted from a mail before", quoted,
             quoted == 1 ? "" : "s");
    return true;
}
