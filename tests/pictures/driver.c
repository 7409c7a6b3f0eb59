/* driver.c -- what becomes of each picture that is named: its measures, once it stands in
 * a PDF too, or what is said of it. */
#include "pdf/picture.h"

#include <stdio.h>

static void say(struct arena *a, const char *path)
{
    struct diags *d = diags_new(a);
    const struct image *image = image_load(a, d, path, (struct pos){0});
    struct buf said = buf_new(a), out = buf_new(a);
    if (image != NULL) {
        struct objects *o = objects_new(a, &out, "1.7");
        objects_finish(o, pictures_write(a, &image, 1, o)[0], 0);
        buf_printf(&said, "%s: %d x %d, %s%s%s%s\n", path, image->width, image->height,
                   image_media(image),
                   image->jpeg != NULL && image->jpeg->icc != NULL ? ", profile" : "",
                   image->jpeg != NULL && image->jpeg->rgb ? ", rgb" : "",
                   image->jpeg != NULL && image->jpeg->placed ? ", placed" : "");
    }
    diags_print(d, DIAG_SHORT, &said);
    printf("%s", said.at);
    if (image == NULL && said.len == 0)
        printf("%s: nothing was said\n", path);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct arena *a = arena_new();
        say(a, argv[i]);
        arena_free(a);
    }
    return 0;
}
