/* left.c -- what should not have been left in a text: letters that were read in the wrong
 * encoding (â€™ for an apostrophe), and what authors write for themselves or what other
 * programs do (TBC, XX, [CHECK], {{name}}, ~~gone~~).  Says each; what becomes of it is
 * the stage's business. */
#include "prose/lift.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* In no address, name of a file or longer word. */
static bool stands_alone(const char *text, size_t at, size_t len)
{
    char before = at > 0 ? text[at - 1] : ' ', after = text[at + len];
    bool joined = before != '\0' && strchr("/_.-@&=", before) != NULL;
    return !is_word(before) && !joined && !is_word(after) && after != '_' && after != '/';
}

/* How far the end of one is looked for. */
#define LEFT_LONGEST 400

/* The length of what begins with `open` and ends with `close`, with something between; 0:
 * none. */
static size_t between(const char *s, const char *open, const char *close)
{
    size_t opens = strlen(open), closes = strlen(close);
    if (strncmp(s, open, opens) != 0)
        return 0;
    for (size_t i = opens + 1; i < LEFT_LONGEST && s[i - 1] != '\0'; i++)
        if (strncmp(s + i, close, closes) == 0)
            return i + closes;
    return 0;
}

/* "[CHECK]", "[ADD FIGURE]": in capitals, and what an author tells himself.  "[YOT]" in a
 * quotation is none. */
static size_t note_len(const char *s)
{
    static const char *const words[] = {"ADD",    "CHECK", "CONFIRM", "DATE",   "FIGURE",
                                        "INSERT", "NAME",  "NUMBER",  "QUERY",  "SOURCE",
                                        "TBC",    "TBD",   "UPDATE",  "VERIFY", "XX"};
    size_t len = strspn(s + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789?!:");
    if (s[0] != '[' || s[len + 1] != ']')
        return 0;
    for (size_t i = 0; i < LEN(words); i++) {
        size_t word = strlen(words[i]);
        if (strncmp(s + 1, words[i], word) == 0 && !is_word(s[word + 1]))
            return len + 2;
    }
    return 0;
}

/* "[JH12]": the mark of a comment in a text that was copied with its comments. */
static size_t initials_len(const char *s)
{
    if (s[0] != '[')
        return 0;
    size_t letters = strspn(s + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    size_t digits = strspn(s + 1 + letters, "0123456789");
    bool is = letters >= 2 && letters <= 3 && digits >= 1 && digits <= 3;
    return is && s[1 + letters + digits] == ']' ? letters + digits + 2 : 0;
}

/* Bytes of the character that is not ASCII; 0 for another. */
static size_t utf8_len(const char *s)
{
    size_t len = 0;
    while ((unsigned char)s[0] >= 0xC0 && (len == 0 || (s[len] & 0xC0) == 0x80))
        len++;
    return len;
}

/* UTF-8 that was read as Windows-1252: â€™, Â£, Ã©, Åµ. */
static size_t mojibake_len(const char *s)
{
    static const char *const first[] = {"\u00E2\u20AC", "\u00C3", "\u00C2", "\u00C5"};
    for (size_t i = 0; i < LEN(first); i++) {
        size_t len = strlen(first[i]);
        if (strncmp(s, first[i], len) != 0)
            continue;
        if (i == 0) /* and the third of the three */
            return len + utf8_len(s + len);
        return s[len] == '\xC2' && (unsigned char)s[len + 1] >= 0xA0 ? len + 2 : 0;
    }
    return 0;
}

/* TBC, XX, "to do" in one word, ???: by themselves. */
static size_t word_left_len(const char *text, size_t at)
{
    const char *s = text + at;
    size_t len = strspn(s, "X");
    if (strncasecmp(s, "tbc", 3) == 0 || strncmp(s, "TBD", 3) == 0)
        len = 3;
    if (strncmp(s,
                "TO"
                "DO",
                4) == 0)
        len = 4;
    if (s[0] == '?')
        return strspn(s, "?") >= 3 ? strspn(s, "?") : 0;
    return len >= 2 && stands_alone(text, at, len) ? len : 0;
}

/* What other programs put around a part: fields, changes, comments. */
static size_t signs_len(const char *s)
{
    static const char *const pairs[][2] = {
        {"[[", "]]"},   {"{{", "}}"},   {"~~", "~~"},   {"{++", "++}"},
        {"{--", "--}"}, {"{>>", "<<}"}, {"{==", "==}"}, {"[Comment ", "]"},
        {"==", "=="},   {"^[", "]"}};
    size_t len = 0;
    for (size_t i = 0; i < LEN(pairs) && len == 0; i++)
        len = between(s, pairs[i][0], pairs[i][1]);
    size_t crosses = s[0] == '[' ? strspn(s + 1, "xX") : 0;
    if (len == 0 && crosses > 1 && s[crosses + 1] == ']')
        return crosses + 2;
    if (len == 0)
        len = initials_len(s);
    return len > 0 ? len : note_len(s);
}

/* Words that programs put where an author's should stand. */
static size_t phrase_len(const char *s)
{
    static const char *const phrases[] = {
        "Error! Reference source not found",
        "Error! Bookmark not defined",
        "Click here to enter text",
        "Click or tap here to enter text",
        "Insert text here",
        "Lorem ipsum",
    };
    for (size_t i = 0; i < LEN(phrases); i++)
        if (strncasecmp(s, phrases[i], strlen(phrases[i])) == 0)
            return strlen(phrases[i]);
    return 0;
}

static void say_left(struct diags *d, const struct node *text, size_t at, size_t len,
                     bool letters)
{
    const char *s = text->text + at;
    diag(d, DIAG_TEXT_LEFT, node_pos(text, at, len), "\"%.*s\"; %s", (int)len, s,
         letters ? "the letters were read in the wrong encoding: type what should stand "
                   "here"
         : s[0] == s[1] && strchr("[{", s[0]) != NULL
             ? "a mark stands in two round brackets, ((...)); take out what is none"
             : "finish it or take it out; a proof alone may have it");
}

/* With these begins what is looked for. */
#define STARTS "([{~=^?CEILTXcilt\\\xC3"

void left_check(struct diags *d, const struct node *text)
{
    const char *s = text->text;
    for (size_t at = strcspn(s, STARTS); at < text->len; at += strcspn(s + at, STARTS)) {
        size_t letters = s[at] == '\xC3' ? mojibake_len(s + at) : 0;
        size_t len = letters, query = between(s + at, "((?", "?))");
        if (s[at] == '\\' && s[at + 1] != '\0')
            at++; /* a sign to be printed */
        else if (isalpha((unsigned char)s[at]) || s[at] == '?')
            len = word_left_len(s, at);
        else if (s[at] != '(' && letters == 0)
            len = signs_len(s + at);
        if (len == 0 && strchr("CEILcil", s[at]) != NULL &&
            (at == 0 || !is_word(s[at - 1])))
            len = phrase_len(s + at);
        if (len > 0)
            say_left(d, text, at, len, letters > 0);
        at += len > 0 ? len : query > 0 ? query : 1; /* a query is open anyway */
    }
}
