/* picture.c -- pictures: figures, signatures, partners' logos.  In: elements whose files
 * lie in the report's folder; out: the files themselves, in the page. */
#include "html/work.h"

#include "base/file.h"
#include "html/code.h"

#include <string.h>

static const char *alt_of(struct web *w, const struct element *e)
{
    const struct element *alt = element_child(e, EL_ALT);
    return alt != NULL ? element_plain(w->a, alt) : "";
}

/* The house's or programme's picture, or the report's own file. */
static const struct image *image_of(struct web *w, const struct element *e)
{
    const char *src = element_at(e, AT_SRC), *id = element_at(e, AT_PICTURE);
    const struct shown_picture *own = id != NULL ? report_picture(w->report, id) : NULL;
    if (own != NULL)
        return own->path != NULL ? image_load(w->a, w->d, own->path, own->pos) : NULL;
    if (src == NULL)
        return NULL;
    const struct pos at = text_author_pos(w->text, e->pos, src, strlen(src));
    const char *path = file_inside(w->a, w->d, w->report->dir, src, at);
    if (element_child(e, EL_ALT) == NULL)
        diag(w->d, DIAG_ALT_MISSING, e->pos, "say in `alt` what \"%s\" shows", src);
    return path != NULL ? image_load(w->a, w->d, path, at) : NULL;
}

static void put_bytes_of(struct web *w, const struct image *image, const char *class,
                         const char *alt)
{
    buf_printf(&w->out, "<img class=\"%s\" width=\"%d\" height=\"%d\" alt=\"", class,
               image->width, image->height);
    web_text(w, alt);
    buf_printf(&w->out, "\" src=\"data:%s;base64,", image_media(image));
    put_base64(&w->out, image->file->text,
               image->jpeg != NULL ? image->jpeg->len : image->file->len);
    buf_str(&w->out, "\">");
}

/* `<img>` with the file's bytes; its size in pixels where no stylesheet says one. */
static void put_image(struct web *w, const struct element *e, const char *class)
{
    const struct image *image = image_of(w, e);
    if (image != NULL)
        put_bytes_of(w, image, class, alt_of(w, e));
}

void web_ground(struct web *w, const struct composition *k)
{
    for (size_t i = 0; i < k->count; i++) {
        const struct ground_part *g = &k->ground[i];
        const struct shown_picture *own =
            g->picture != NULL ? report_picture(w->report, g->picture) : NULL;
        if (own == NULL || own->path == NULL || (own->alt == NULL && !g->fill))
            continue;
        const struct image *image = image_load(w->a, w->d, own->path, own->pos);
        if (image != NULL)
            put_bytes_of(w, image, g->fill ? "cover-art" : "cover-mark",
                         own->alt != NULL ? own->alt : "");
    }
}

void web_figure(struct web *w, const struct element *e)
{
    buf_str(&w->out, "<figure");
    web_id(w, e);
    buf_str(&w->out, ">\n");
    if (element_child(e, EL_CAPTION) != NULL) {
        buf_str(&w->out, "<figcaption>");
        web_reference(w, e);
        web_words(w, element_child(e, EL_CAPTION)->first, NULL);
        buf_str(&w->out, "</figcaption>\n");
    } else {
        web_reference(w, e);
    }
    put_image(w, e, "picture");
    buf_str(&w->out, "</figure>\n");
}

void web_signature(struct web *w, const struct element *e)
{
    buf_str(&w->out, "<div class=\"signature\"");
    web_id(w, e);
    buf_str(&w->out, ">\n");
    web_reference(w, e);
    put_image(w, e, "written");
    web_part(w, element_child(e, EL_NAME), "p", "name");
    web_part(w, element_child(e, EL_ROLE), "p", "role");
    web_part(w, element_child(e, EL_DATE), "p", "date");
    buf_str(&w->out, "</div>\n");
}

void web_logo(struct web *w, const struct element *e)
{
    put_image(w, e, "logo");
}
