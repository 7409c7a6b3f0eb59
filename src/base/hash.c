/* hash.c -- FNV-1a, and names made from it. */
#include "base/hash.h"

#include <string.h>

uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t len)
{
    const unsigned char *b = bytes;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ b[i]) * 0x100000001B3ull;
    return hash;
}

uint64_t hash_str(uint64_t hash, const char *s)
{
    return hash_bytes(hash, s, strlen(s));
}

const char *hash_name(struct arena *a, uint64_t hash)
{
    static const char signs[] = "23456789bcdfghjkmnpqrstvwxz";
    char name[8] = {"bcdfghjkmnpqrstv"[hash & 15]};
    hash >>= 4;
    for (int i = 1; i < 7; i++, hash /= sizeof signs - 1)
        name[i] = signs[hash % (sizeof signs - 1)];
    return arena_strdup(a, name);
}
