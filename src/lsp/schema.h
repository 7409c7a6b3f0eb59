/* schema.h -- what may stand at a path of inspection.yaml, by its JSON Schema. */
#ifndef LSP_SCHEMA_H
#define LSP_SCHEMA_H

#include "lsp/cursor.h"

#include <jansson.h>

/* Calls `give` with the schema of each key that may stand in the map at the path. */
void schema_keys(const json_t *schema, const struct key_path *path,
                 void (*give)(const char *key, const json_t *is, void *data), void *data);
/* Calls `give` with each word that may stand behind `key` there; NULL: in the list. */
void schema_words(const json_t *schema, const struct key_path *path, const char *key,
                  void (*give)(const char *word, void *data), void *data);
/* What is said of a key; NULL: it is not known. */
const char *schema_says(const json_t *schema, const struct key_path *path,
                        const char *key);

#endif
