/* guard.c -- in: what a request says of itself; out: whether it is answered.  Knows no
 * server. */
#include "watch/guard.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

static bool draw_token(char token[TOKEN_LETTERS + 1])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned char chance[TOKEN_LETTERS];
    if (getrandom(chance, sizeof chance, 0) != (ssize_t)sizeof chance)
        return false;
    for (size_t i = 0; i < TOKEN_LETTERS; i++)
        token[i] = letters[chance[i] % 32];
    token[TOKEN_LETTERS] = '\0';
    return true;
}

bool guard_begin(struct guard *g)
{
    return draw_token(g->token);
}

bool guard_begin_once(struct guard *g, long until)
{
    g->once_until = until;
    return draw_token(g->once);
}

bool guard_use_once(struct guard *g, long now)
{
    const bool good = now < g->once_until;
    g->once_until = 0;
    return good;
}

/* In the same time whatever is wrong with it. */
static bool is_token(const char token[TOKEN_LETTERS + 1], const char *path, size_t len)
{
    unsigned char differs = len != TOKEN_LETTERS;
    for (size_t i = 0; i < TOKEN_LETTERS && i < len; i++)
        differs |= (unsigned char)(path[i] ^ token[i]);
    return differs == 0;
}

/* `before` and the address that the page has; a name that leads here is none of ours. */
static bool is_own(const struct guard *g, const char *before, const char *text)
{
    char own[64];
    snprintf(own, sizeof own, "%s127.0.0.1:%d", before, g->port);
    if (strcmp(text, own) == 0)
        return true;
    snprintf(own, sizeof own, "%slocalhost:%d", before, g->port);
    return strcmp(text, own) == 0;
}

/* A browser says from which page it asks; for what changes something it always does. */
static bool is_from_page(const struct guard *g, const struct asked_for *r, bool changes)
{
    if (r->host == NULL || !is_own(g, "", r->host))
        return false;
    if (r->origin != NULL ? !is_own(g, "http://", r->origin) : changes)
        return false;
    return r->site == NULL || strcmp(r->site, "same-origin") == 0 ||
           (!changes && strcmp(r->site, "none") == 0);
}

int guard_check(const struct guard *g, const struct asked_for *r, const char **rest)
{
    const bool changes = strcmp(r->method, "POST") == 0;
    if (!changes && strcmp(r->method, "GET") != 0)
        return 405;
    if (!is_from_page(g, r, changes))
        return 403;
    const char *path = r->path[0] == '/' ? r->path + 1 : r->path;
    const size_t len = strcspn(path, "/");
    if (!changes && is_token(g->once, path, len) && strcmp(path + len, "/") == 0)
        return 303;
    if (!is_token(g->token, path, len) || path[len] != '/')
        return 404;
    *rest = path + len + 1;
    return 200;
}
