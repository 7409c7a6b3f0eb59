/* write.c -- the file as a whole.  In: a marked document; out: its bytes. */
#include "pdf/pdf.h"

#include "pdf/annotation.h"
#include "pdf/attachment.h"
#include "pdf/content.h"
#include "pdf/form.h"
#include "pdf/icc.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/put.h"
#include "pdf/structure.h"

/* What writing pages needs beside the plan. */
struct pages {
    const struct plan *plan;
    const struct material *material;
    struct buf content;  /* used again for each page */
    int resources, tree; /* the number of /Resources, of /Pages */
};

static int write_content(struct pages *w, size_t page)
{
    const struct plan *p = w->plan;
    w->content.len = 0;
    content_write(w->material, &p->doc->pages[page], &w->content);
    const int number = object_numbers(p->objects, 1);
    object_stream(p->objects, number, (struct slice){"", 0}, slice_of(&w->content),
                  PACKING_DEFLATE);
    return number;
}

static void put_annotations(const struct plan *p, struct buf *out, size_t page)
{
    const size_t links = p->doc->pages[page].links.len;
    const size_t widgets = p->doc->pages[page].widgets.len;
    if (links + widgets == 0)
        return;
    buf_str(out, "/Annots[");
    for (size_t i = 0; i < links + widgets; i++) {
        put_reference(out, i < links ? plan_link(p, page, i)
                                     : plan_widget(p, page, i - links));
        buf_char(out, ' ');
    }
    buf_char(out, ']');
}

static void page_write(struct pages *w, size_t page)
{
    const struct plan *p = w->plan;
    const struct page *of = &p->doc->pages[page];
    const int content = write_content(w, page);
    struct buf *out = object_begin(p->objects, plan_page(p, page));
    buf_str(out, "<</Type/Page/Parent ");
    put_reference(out, w->tree);
    buf_str(out, "/MediaBox");
    put_box(out, of->height, 0, 0, of->width, of->height);
    buf_str(out, "/Contents ");
    put_reference(out, content);
    buf_str(out, "/Resources ");
    put_reference(out, w->resources);
    buf_str(out, "/Group<</Type/Group/S/Transparency/I true/CS/DeviceRGB>>"
                 "/Tabs/S/StructParents ");
    put_int(out, (long)page);
    put_annotations(p, out, page);
    buf_str(out, ">>");
}

static void tree_write(const struct pages *w)
{
    const struct plan *p = w->plan;
    struct buf *out = object_begin(p->objects, w->tree);
    buf_str(out, "<</Type/Pages/Count ");
    put_int(out, (long)p->doc->page_count);
    buf_str(out, "/Kids[");
    for (size_t i = 0; i < p->doc->page_count; i++) {
        put_reference(out, plan_page(p, i));
        buf_char(out, ' ');
    }
    buf_str(out, "]>>");
}

/* Gives the number of the tree of pages. */
static int pages_write(const struct plan *p, const struct material *d)
{
    struct pages w = {.plan = p,
                      .material = d,
                      .content = buf_new(p->a),
                      .resources = material_write(d, p->objects),
                      .tree = object_numbers(p->objects, 1)};
    for (size_t i = 0; i < p->doc->page_count; i++)
        page_write(&w, i);
    tree_write(&w);
    return w.tree;
}

static void profile_write(const struct plan *p)
{
    static const char dict[] = "/N 3";
    object_stream(p->objects, p->profile, (struct slice){dict, sizeof dict - 1},
                  (struct slice){(const char *)icc_srgb, icc_srgb_len}, PACKING_DEFLATE);
}

static void put_output_intent(const struct plan *p, struct buf *out)
{
    static const char name[] = "sRGB IEC61966-2.1";
    buf_str(out, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                 "/OutputConditionIdentifier");
    put_text(out, name);
    buf_str(out, "/Info");
    put_text(out, name);
    buf_str(out, "/DestOutputProfile ");
    put_reference(out, p->profile);
    buf_str(out, ">>]");
}

static void catalog_write(const struct plan *p, int tree)
{
    struct buf *out = object_begin(p->objects, p->catalog);
    buf_str(out, "<</Type/Catalog/Pages ");
    put_reference(out, tree);
    buf_str(out, "/Lang");
    put_text(out, lang_tag(p->doc->lang));
    buf_str(out, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
                 "/StructTreeRoot ");
    put_reference(out, p->structure);
    buf_str(out, "/Metadata ");
    put_reference(out, p->metadata);
    put_output_intent(p, out);
    if (p->outline != 0) {
        buf_str(out, "/PageMode/UseOutlines/Outlines ");
        put_reference(out, p->outline);
    }
    if (p->form != 0) {
        buf_str(out, "/AcroForm ");
        put_reference(out, p->form);
    }
    put_attached(p, out);
    buf_str(out, "/PageLabels");
    put_page_labels(p, out);
    buf_str(out, ">>");
}

void pdf_write(struct arena *a, struct faces *t, const struct document *doc,
               struct buf *out)
{
    if (doc->page_count == 0)
        bug("a document without a page");
    const struct material *material = material_new(a, t, doc);
    struct objects *objects =
        objects_new(a, out, doc->standard == PDF_UA2 ? "2.0" : "1.7");
    const struct plan plan = plan_new(a, doc, objects);
    const int tree = pages_write(&plan, material);
    structure_write(&plan);
    annotations_write(&plan);
    form_write(&plan, t);
    outline_write(&plan);
    metadata_write(&plan);
    profile_write(&plan);
    attachment_write(&plan);
    catalog_write(&plan, tree);
    objects_finish(objects, plan.catalog, plan.info);
}
