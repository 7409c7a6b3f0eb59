/* peer.c -- in: a connection over the loopback; out: whether both its ends are of one
 * user.  The tables of the system have the other end as a row of its own, from there to
 * here, with its user (proc(5)). */
#include "watch/peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { END_LETTERS = 64, ESTABLISHED = 1 };

/* "0100007F:1F90", as the tables have it, behind what IPv6 puts before such an address.
 */
static void write_end(char to[END_LETTERS], const char *before,
                      const struct sockaddr_in *end)
{
    snprintf(to, END_LETTERS, "%s%08X:%04X", before, (unsigned)end->sin_addr.s_addr,
             (unsigned)ntohs(end->sin_port));
}

static bool has_own_row(const char *table, const char *from, const char *to)
{
    FILE *rows = fopen(table, "re");
    char row[512], local[END_LETTERS], remote[END_LETTERS];
    unsigned state, user;
    bool own = false;
    while (rows != NULL && !own && fgets(row, sizeof row, rows) != NULL)
        own = sscanf(row, "%*s %63s %63s %x %*s %*s %*s %u", local, remote, &state,
                     &user) == 4 &&
              strcmp(local, from) == 0 && strcmp(remote, to) == 0 &&
              state == ESTABLISHED && user == (unsigned)geteuid();
    if (rows != NULL)
        fclose(rows);
    return own;
}

bool peer_is_own(int fd)
{
    struct sockaddr_in here = {0}, there = {0};
    socklen_t here_len = sizeof here, there_len = sizeof there;
    char mapped[END_LETTERS], from[END_LETTERS], to[END_LETTERS];
    if (getsockname(fd, (struct sockaddr *)&here, &here_len) != 0 ||
        getpeername(fd, (struct sockaddr *)&there, &there_len) != 0 ||
        here.sin_family != AF_INET || there.sin_family != AF_INET)
        return false;
    write_end(from, "", &there);
    write_end(to, "", &here);
    if (has_own_row("/proc/net/tcp", from, to))
        return true;
    /* a program that speaks IPv6 alone has it as ::ffff:127.0.0.1 */
    snprintf(mapped, sizeof mapped, "%08X%08X%08X", 0U, 0U, (unsigned)htonl(0xffff));
    write_end(from, mapped, &there);
    write_end(to, mapped, &here);
    return has_own_row("/proc/net/tcp6", from, to);
}
