/* mail_code.c -- in: what programs of mail write; out: UTF-8.  Knows nothing of what it
 * means. */
#include "comments/mail_code.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- the transfer's code ---- */

static int hex_digit(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c != '\0' ? strchr(digits, tolower((unsigned char)c)) : NULL;
    return at != NULL ? (int)(at - digits) : -1;
}

/* `words`: of a head, where "_" is a blank. */
static void put_quoted(struct buf *out, const char *s, size_t len, bool words)
{
    for (size_t i = 0; i < len; i++) {
        const int high = s[i] == '=' && i + 2 < len ? hex_digit(s[i + 1]) : -1;
        const int low = high >= 0 ? hex_digit(s[i + 2]) : -1;
        if (low >= 0) {
            buf_char(out, (char)(high * 16 + low));
            i += 2;
        } else if (s[i] == '=' && i + 1 < len && s[i + 1] == '\n') {
            i++; /* the line goes on */
        } else if (s[i] == '=' && i + 2 < len && s[i + 1] == '\r' && s[i + 2] == '\n') {
            i += 2;
        } else {
            buf_char(out, words && s[i] == '_' ? ' ' : s[i]);
        }
    }
}

static void put_base64(struct buf *out, const char *s, size_t len)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t bits = 0;
    int count = 0;
    for (size_t i = 0; i < len && s[i] != '='; i++) {
        const char *at = s[i] != '\0' ? strchr(digits, s[i]) : NULL;
        if (at == NULL)
            continue;
        bits = (bits << 6 | (uint32_t)(at - digits)) & 0xFFFFFF;
        count += 6;
        if (count >= 8) {
            count -= 8;
            buf_char(out, (char)(bits >> count & 0xFF));
        }
    }
}

/* ---- characters ---- */

static const char *to_utf8(struct arena *a, const struct buf *bytes, const char *charset)
{
    const bool utf8 =
        strcasecmp(charset, "utf-8") == 0 || strcasecmp(charset, "utf8") == 0;
    const bool valid = utf8_valid_len(bytes->at, bytes->len) == bytes->len;
    if (valid && (utf8 || charset[0] == '\0' || strcasecmp(charset, "us-ascii") == 0))
        return bytes->at;
    struct buf out = buf_new(a);
    for (size_t i = 0; i < bytes->len; i++)
        buf_utf8(&out, windows_decode((unsigned char)bytes->at[i]));
    return out.at;
}

const char *mail_decode(struct arena *a, const char *encoding, const char *bytes,
                        size_t len, const char *charset)
{
    struct buf plain = buf_new(a);
    if (strncasecmp(encoding, "base64", 6) == 0)
        put_base64(&plain, bytes, len);
    else if (strncasecmp(encoding, "quoted-printable", 16) == 0)
        put_quoted(&plain, bytes, len, false);
    else
        buf_add(&plain, bytes, len);
    return to_utf8(a, &plain, charset);
}

/* One "=?utf-8?Q?Si=C3=A2n?=" at `s`; what stands behind it, or NULL where it is none. */
static const char *put_word(struct arena *a, const char *s, struct buf *out)
{
    const char *charset = s + 2, *code = strchr(charset, '?');
    const char *text =
        code != NULL && code[1] != '\0' && code[2] == '?' ? code + 3 : NULL;
    const char *end = text != NULL ? strstr(text, "?=") : NULL;
    if (end == NULL)
        return NULL;
    struct buf plain = buf_new(a);
    if (tolower((unsigned char)code[1]) == 'b')
        put_base64(&plain, text, (size_t)(end - text));
    else
        put_quoted(&plain, text, (size_t)(end - text), true);
    const size_t name = strcspn(charset, "?*"); /* behind "*" a language may stand */
    buf_str(out, to_utf8(a, &plain, arena_strndup(a, charset, name)));
    return end + 2;
}

const char *mail_words(struct arena *a, const char *head)
{
    struct buf out = buf_new(a);
    while (*head != '\0') {
        const char *next = strncmp(head, "=?", 2) == 0 ? put_word(a, head, &out) : NULL;
        if (next == NULL) {
            buf_char(&out, *head++);
            continue;
        }
        const size_t blanks = strspn(next, " ");
        head = strncmp(next + blanks, "=?", 2) == 0 ? next + blanks : next;
    }
    return out.at;
}
