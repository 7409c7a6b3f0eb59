/* file.c -- files in, whole.  In: a path; out: its bytes, or checked UTF-8 text.  Knows
 * nothing of YAML or CSV; names of paths are path.c, writing is replace.c. */
#include "base/file.h"

#include "base/buf.h"
#include "base/character.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* What errno says of a file that is none, and of one that links lead away to. */
#define SPECIAL ENXIO
#define OUTSIDE EXDEV

/* Where a fault of the whole file is said: at its name, or of the file itself. */
static struct pos fault_at(struct arena *a, const char *path, struct pos from)
{
    return from.file != NULL ? from : pos_of_path(a, arena_strdup(a, path));
}

static void say_missing(struct arena *a, struct diags *d, const char *path,
                        struct pos from, int error)
{
    struct stat st;
    const char *why = error == EISDIR    ? "it is a folder"
                      : error == SPECIAL ? "it is no plain file but a device or a pipe"
                                         : strerror(error);
    const char *like = error == ENOENT ? file_like(a, path) : NULL;
    if (error == ENOENT && lstat(path, &st) == 0)
        why = "it is a link to nothing";
    else if (error == ENOENT)
        why = strchr(path, '\\') == NULL
                  ? "there is no such file"
                  : "there is no such file; write / between folders, not \\";
    diag(d, DIAG_FILE_MISSING, fault_at(a, path, from), "%s: %s%s%s%s", path, why,
         like != NULL ? "; rename the file " : "", like != NULL ? like : "",
         like != NULL ? ", which is there" : "");
}

static void say_too_large(struct arena *a, struct diags *d, const char *path,
                          struct pos from, size_t limit)
{
    diag(d, DIAG_FILE_TOO_LARGE, fault_at(a, path, from),
         "%s: at most %zu MB are read, that is %zu bytes", path, limit >> 20, limit);
}

/* One byte more than the limit shows that there is more. */
static size_t room_for(int fd, size_t limit)
{
    struct stat st;
    size_t size = 4096;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size >= 0)
        size = (size_t)st.st_size + 1;
    return size <= limit ? size : limit + 1;
}

static char *grown(struct arena *a, char *bytes, size_t len, size_t room)
{
    char *moved = arena_alloc(a, room + 1);
    memcpy(moved, bytes, len);
    return moved;
}

/* All of `fd` up to limit + 1 bytes, with a zero behind them; false with errno set. */
static bool read_all(struct arena *a, int fd, size_t limit, char **bytes, size_t *len)
{
    size_t room = room_for(fd, limit);
    *bytes = arena_alloc(a, room + 1);
    *len = 0;
    for (;;) {
        ssize_t got = read(fd, *bytes + *len, room - *len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        *len += (size_t)got;
        if (got == 0 || *len > limit)
            break;
        if (*len < room)
            continue;
        room = room * 2 <= limit ? room * 2 : limit + 1;
        *bytes = grown(a, *bytes, *len, room);
    }
    (*bytes)[*len] = '\0';
    return true;
}

/* The same as the pages of the file itself; what is over the limit stays where it is. */
static bool map_all(int fd, size_t limit, char **bytes, size_t *len)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return false;
    *len = (size_t)st.st_size;
    *bytes = "";
    if (*len == 0 || *len > limit)
        return true;
    *bytes = mmap(NULL, *len, PROT_READ, MAP_PRIVATE, fd, 0);
    if (*bytes == MAP_FAILED)
        memory_check();
    return *bytes != MAP_FAILED;
}

uint64_t file_state(const struct stat *st)
{
    const uint64_t parts[] = {(uint64_t)st->st_dev, (uint64_t)st->st_ino,
                              (uint64_t)st->st_size, (uint64_t)st->st_mtim.tv_sec,
                              (uint64_t)st->st_mtim.tv_nsec};
    return hash_bytes(HASH_START, parts, sizeof parts);
}

/* Opening a pipe or a device must neither wait nor do anything. */
static int open_regular(struct arena *a, const char *path)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return -1;
    int error = fstat(fd, &st) != 0           ? errno
                : S_ISDIR(st.st_mode)         ? EISDIR
                : !S_ISREG(st.st_mode)        ? SPECIAL
                : file_leads_out(a, path, fd) ? OUTSIDE
                                              : 0;
    if (error == 0) {
        arena_note_file(a, path, file_state(&st));
        return fd;
    }
    close(fd);
    errno = error;
    return -1;
}

/* `mapped`: its pages, not a copy. */
static const struct file *take(struct arena *a, struct diags *d, const char *path,
                               size_t limit, struct pos from, bool mapped)
{
    struct file *f = NEW(a, struct file);
    char *bytes = NULL;
    int fd = open_regular(a, path);
    bool read = fd >= 0 && (mapped ? map_all(fd, limit, &bytes, &f->len)
                                   : read_all(a, fd, limit, &bytes, &f->len));
    int error = errno;
    if (fd >= 0)
        close(fd);
    if (!read && error == OUTSIDE) {
        diag(d, DIAG_FILE_OUTSIDE, fault_at(a, path, from),
             "\"%s\": it is a link to another place; put a copy into the folder", path);
        return NULL;
    }
    if (!read) {
        say_missing(a, d, path, from, error);
        return NULL;
    }
    if (f->len > limit) {
        say_too_large(a, d, path, from, limit);
        return NULL;
    }
    f->path = arena_strdup(a, path);
    f->text = bytes;
    return f;
}

const struct file *file_read_bytes(struct arena *a, struct diags *d, const char *path,
                                   size_t limit, struct pos from)
{
    const struct arena_stand_in *instead = arena_stands_in(a, path);
    if (instead == NULL)
        return take(a, d, path, limit, from, false);
    struct file *f = NEW(a, struct file);
    *f = (struct file){.path = arena_strdup(a, path),
                       .text = arena_strndup(a, instead->bytes, instead->len),
                       .len = instead->len};
    return f;
}

const struct file *file_map(struct arena *a, struct diags *d, const char *path,
                            size_t limit, struct pos from)
{
    return take(a, d, path, limit, from, true);
}

void file_unmap(const struct file *f)
{
    if (f->len > 0)
        munmap((void *)(uintptr_t)f->text, f->len);
}

/* The same text fit to be shown: what is not UTF-8 or not allowed became U+FFFD. */
static const struct file *shown_file(struct arena *a, const struct file *f, size_t at,
                                     size_t *shown_at)
{
    enum { AROUND = 200 }; /* of the lines far from the fault their number is enough */
    struct buf out = buf_new(a);
    *shown_at = 0;
    for (size_t i = 0, width; i < f->len && i < at + AROUND; i += width) {
        if (i == at)
            *shown_at = out.len;
        uint32_t c = utf8_decode(f->text + i, f->len - i, &width);
        if (character_allowed(c))
            buf_add(&out, f->text + i, width);
        else
            buf_utf8(&out, 0xFFFD);
    }
    struct file *shown = NEW(a, struct file);
    *shown = (struct file){.path = f->path, .text = out.at, .len = out.len};
    return shown;
}

static struct pos shown_pos(struct arena *a, const struct file *f, size_t at)
{
    struct pos pos = {.len = 1};
    pos.file = shown_file(a, f, at, &pos.at);
    return pos;
}

/* What people save in place of a text; Windows calls UTF-16 "Unicode". */
static const struct {
    const char *bytes;
    size_t len;
    const char *what;
} formats[] = {
    {"\xFF\xFE", 2, "this is UTF-16, which Windows calls Unicode; save it as UTF-8"},
    {"\xFE\xFF", 2, "this is UTF-16, which Windows calls Unicode; save it as UTF-8"},
    {"PK\3\4", 4,
     "this is a workbook, document or archive; save it as text, a table as CSV, or let a "
     "workbook keep its .xlsx or .ods"},
    {"\xD0\xCF\x11\xE0", 4,
     "this is an old workbook or document; save it as text, a table as CSV"},
    {"%PDF-", 5, "this is a PDF"},
    {"{\\rtf", 5, "this is a document in RTF; save it as plain text, in UTF-8"},
    {"\x89PNG", 4, "this is a picture"},
};

/* Latin letters of UTF-16 have a zero in every second byte. */
static bool is_bare_utf16(const struct file *f)
{
    const char *s = f->text;
    return f->len >= 4 && (s[0] == '\0') != (s[1] == '\0') &&
           (s[0] == '\0') == (s[2] == '\0') && (s[1] == '\0') == (s[3] == '\0');
}

static bool refuse_format(struct arena *a, struct diags *d, const struct file *f)
{
    const char *what = is_bare_utf16(f) ? formats[0].what : NULL;
    for (size_t i = 0; i < LEN(formats); i++)
        if (f->len >= formats[i].len &&
            !memcmp(f->text, formats[i].bytes, formats[i].len))
            what = formats[i].what;
    if (what != NULL)
        diag(d, DIAG_FILE_NOT_UTF8, fault_at(a, f->path, (struct pos){0}), "%s", what);
    return what != NULL;
}

static bool refuse_not_utf8(struct arena *a, struct diags *d, const struct file *f)
{
    size_t at = utf8_valid_len(f->text, f->len);
    if (at == f->len)
        return false;
    diag(d, DIAG_FILE_NOT_UTF8, shown_pos(a, f, at),
         "byte %02X; save the file as UTF-8 (it may be Windows-1252 now)",
         (unsigned)(unsigned char)f->text[at]);
    return true;
}

/* How often the character stands from `at` on. */
static size_t count_character(const struct file *f, size_t at, size_t width)
{
    size_t count = 0;
    for (size_t i = at; i + width <= f->len; i++)
        count += memcmp(f->text + i, f->text + at, width) == 0;
    return count;
}

static bool is_among(const uint32_t *said, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        if (said[i] == c)
            return true;
    return false;
}

/* Each once, and a handful of them; a file full of them is no text at all. */
static bool refuse_characters(struct arena *a, struct diags *d, const struct file *f)
{
    uint32_t said[10];
    size_t width, faults = 0;
    for (size_t at = 0; at < f->len && faults < LEN(said); at += width) {
        at += character_fault(f->text + at, f->len - at);
        if (at >= f->len)
            break;
        uint32_t c = utf8_decode(f->text + at, f->len - at, &width);
        if (is_among(said, faults, c))
            continue;
        said[faults++] = c;
        size_t more = count_character(f, at, width) - 1;
        const char *name = c == 0xFFFD
                               ? "U+FFFD, which stands where a program has lost a "
                                 "character"
                               : character_name(a, c);
        diag(d, DIAG_FILE_CONTROL, shown_pos(a, f, at), "%s%s; take %s out", name,
             more > 0 ? arena_printf(a, ", here and %zu more time%s", more,
                                     more > 1 ? "s" : "")
                      : "",
             more > 0 ? "them" : "it");
    }
    return faults > 0;
}

/* What version control leaves where two people have changed the same lines. */
static bool refuse_conflict(struct diags *d, const struct file *f)
{
    static const char mark[] = "<<<<<<< ";
    const char *at = f->text;
    while ((at = strstr(at, mark)) != NULL && at > f->text && at[-1] != '\n')
        at++;
    if (at == NULL)
        return false;
    diag(
        d, DIAG_FILE_CONFLICT, (struct pos){f, (size_t)(at - f->text), strlen(mark) - 1},
        "keep one of the two versions that end at ======= and at >>>>>>>, and take these "
        "three lines out");
    return true;
}

/* "\r\n" and "\r" become "\n", in place. */
static size_t unix_lines(char *text, size_t len)
{
    const char *first = memchr(text, '\r', len);
    size_t to = first != NULL ? (size_t)(first - text) : len;
    for (size_t i = to; i < len; i++) {
        if (text[i] != '\r')
            text[to++] = text[i];
        else if (i + 1 == len || text[i + 1] != '\n')
            text[to++] = '\n';
    }
    return to;
}

static size_t bom_len(const char *bytes, size_t len)
{
    return len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* Bytes, whose text is ours to change, to checked and normalised text, or NULL. */
/* ff, fi, fl, ffi, ffl, st in one sign, as a PDF's text has them: nobody who searches for
 * the word finds it, and some voices spell it. */
static void part_ligatures(struct arena *a, struct diags *d, struct file *f)
{
    enum { FIRST = 0xFB00, BYTES = 3 };
    struct buf out = buf_new(a);
    const char *at = f->text, *next;
    size_t first = 0, len = 0;
    uint32_t sign = 0;
    while ((next = strstr(at, "\xEF\xAC")) != NULL) {
        const uint32_t c = FIRST + ((unsigned char)next[2] & 0x3F);
        const char *letters = character_letters(c);
        buf_add(&out, at, (size_t)(next - at));
        if (letters != NULL && len == 0) {
            first = out.len;
            len = strlen(letters);
            sign = c;
        }
        if (letters != NULL)
            buf_str(&out, letters);
        else
            buf_add(&out, next, BYTES);
        at = next + BYTES;
    }
    if (len == 0)
        return;
    buf_str(&out, at);
    f->text = out.at;
    f->len = out.len;
    diag(d, DIAG_FILE_LIGATURE, (struct pos){f, first, len},
         "U+%04X is taken for \"%s\", and others likewise; type the letters one by one",
         (unsigned)sign, character_letters(sign));
}

static const struct file *text_of_bytes(struct arena *a, struct diags *d,
                                        const char *path, char *bytes, size_t len,
                                        size_t limit)
{
    struct file *f = NEW(a, struct file);
    *f = (struct file){.path = path, .text = bytes, .len = len};
    if (refuse_format(a, d, f))
        return NULL;
    size_t bom = bom_len(bytes, len);
    f->text = bytes + bom;
    f->len = unix_lines(bytes + bom, len - bom);
    bytes[bom + f->len] = '\0';
    if (refuse_not_utf8(a, d, f) || refuse_characters(a, d, f) || refuse_conflict(d, f))
        return NULL;
    part_ligatures(a, d, f);
    f->text = character_nfc(a, f->text, f->len, &f->len);
    if (f->len <= limit)
        return f;
    say_too_large(a, d, path, (struct pos){0},
                  limit); /* NFC can be three times as long */
    return NULL;
}

const struct file *file_read(struct arena *a, struct diags *d, const char *path,
                             size_t limit, struct pos from)
{
    const struct file *f = file_read_bytes(a, d, path, limit, from);
    if (f == NULL)
        return NULL;
    return text_of_bytes(a, d, f->path, (char *)f->text, f->len, limit);
}

/* A byte order mark before such bytes is dropped: it was no letters. */
static struct buf windows_text(struct arena *a, const struct file *f)
{
    struct buf out = buf_new(a);
    for (size_t i = bom_len(f->text, f->len); i < f->len; i++)
        buf_utf8(&out, windows_decode((unsigned char)f->text[i]));
    return out;
}

/* A byte that went astray in a text of UTF-8: its other letters are there to show it. */
static bool is_mostly_utf8(const struct file *f)
{
    size_t whole = 0, broken = 0, width;
    for (size_t at = 0; at < f->len; at += width) {
        bool bad = utf8_decode(f->text + at, f->len - at, &width) == 0xFFFD && width == 1;
        broken += bad;
        whole += width > 1;
    }
    return whole - (bom_len(f->text, f->len) > 0) >= broken && whole > 0;
}

static size_t first_guessed(const char *text, size_t len, size_t at)
{
    while (at < len && (unsigned char)text[at] < 0x80)
        at++;
    return at;
}

static void say_guessed(struct diags *d, const struct file *f, const struct file *read)
{
    size_t byte = first_guessed(f->text, f->len, bom_len(f->text, f->len)), width = 1;
    size_t at = first_guessed(read->text, read->len, 0);
    utf8_decode(read->text + at, read->len - at, &width);
    diag(d, DIAG_FILE_WINDOWS, (struct pos){read, at, width},
         "byte %02X is taken for \"%.*s\", and others likewise; look at the accents, or "
         "save the file as UTF-8",
         (unsigned)(unsigned char)f->text[byte], (int)width, read->text + at);
}

const struct file *file_read_windows(struct arena *a, struct diags *d, const char *path,
                                     size_t limit, struct pos from)
{
    const struct file *f = file_read_bytes(a, d, path, limit, from);
    if (f == NULL || refuse_format(a, d, f))
        return NULL;
    if (utf8_valid_len(f->text, f->len) == f->len || is_mostly_utf8(f))
        return text_of_bytes(a, d, f->path, (char *)f->text, f->len, limit);
    struct buf text = windows_text(a, f);
    const struct file *read = text_of_bytes(a, d, f->path, text.at, text.len, limit);
    if (read != NULL)
        say_guessed(d, f, read);
    return read;
}

const struct file *file_of_text(struct arena *a, struct diags *d, const char *path,
                                const char *text, size_t len)
{
    return text_of_bytes(a, d, arena_strdup(a, path), arena_strndup(a, text, len), len,
                         SIZE_MAX);
}
