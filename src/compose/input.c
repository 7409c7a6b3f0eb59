/* input.c -- programme and inspection as the XML tree that a template sees
 * (docs/programmes.md, "report.xsl").  Built directly, never parsed; an author's text is
 * a number, <prose n="K"/>, into the table of texts.  Knows no template. */
#include "base/file.h"
#include "compose/work.h"

#include <libxml/tree.h>
#include <string.h>

#define XML(s) ((const xmlChar *)(s))

static xmlNodePtr child(xmlNodePtr parent, const char *name)
{
    xmlNodePtr node = xmlNewDocRawNode(parent->doc, NULL, XML(name), NULL);
    xmlAddChild(parent, node);
    return node;
}

static void attribute(xmlNodePtr node, const char *name, const char *value)
{
    if (value != NULL)
        xmlNewProp(node, XML(name), XML(value));
}

static void attribute_number(struct work *w, xmlNodePtr node, const char *name, long n)
{
    attribute(node, name, arena_printf(w->a, "%ld", n));
}

static void words(xmlNodePtr node, const char *text)
{
    if (text != NULL)
        xmlAddChild(node, xmlNewDocText(node->doc, XML(text)));
}

/* ---- texts ---- */

static void add_text(struct work *w, xmlNodePtr node, struct author_text text)
{
    attribute_number(w, child(node, "prose"), "n", (long)w->texts.len);
    *array_push(w->a, &w->texts) = text;
}

/* A text in both languages, under an element of its own; `list`: of which it is one. */
static void listed(struct work *w, xmlNodePtr parent, const char *name,
                   const struct text *t, const char *of, const char *list)
{
    bool any = false;
    for (enum lang l = 0; l < LANG_COUNT; l++)
        any = any || t->in[l] != NULL;
    if (!any)
        return;
    const char *what = arena_printf(w->a, "%s of %s", name, list);
    use_put(w, what, of, (struct pos){0});
    add_text(w, child(parent, name),
             (struct author_text){.pos = t->pos,
                                  .name = arena_printf(w->a, "%s of %s", name, of),
                                  .what = what,
                                  .of_list = of,
                                  .line = t->in[w->lang],
                                  .missing = t->in[w->lang] == NULL});
}

static void titled(struct work *w, xmlNodePtr parent, const char *name,
                   const struct text *t, const char *of)
{
    listed(w, parent, name, t, of, (const char *)parent->name);
}

/* ---- the programme ---- */

/* `list`: of which it is one. */
static xmlNodePtr add_category(struct work *w, xmlNodePtr parent, const char *element,
                               const char *list, const struct category *c)
{
    xmlNodePtr node = child(parent, element);
    attribute(node, "name", c->name);
    listed(w, node, "title", &c->title, c->name, list);
    return node;
}

static xmlNodePtr add_question(struct work *w, xmlNodePtr parent,
                               const struct question *q)
{
    xmlNodePtr node = child(parent, "question");
    attribute(node, "name", q->name);
    attribute(node, "code", q->code);
    attribute(node, "key", q->headlines != 0 ? "yes" : "no");
    bool asked = xmlStrEqual(parent->name, XML("questionnaire"));
    listed(w, node, "text", &q->text, q->name,
           asked ? "questionnaire question" : question_list(q));
    for (size_t i = 0; i < q->choice_count; i++)
        add_category(w, node, "choice", asked ? "questionnaire choice" : "choice",
                     &q->choices[i]);
    for (size_t i = 0; i < q->reason_count; i++)
        add_category(w, node, "reason", "reason", &q->reasons[i]);
    for (size_t i = 0; i < q->part_count && w->p->parts[q->parts[i]].phase; i++)
        attribute(child(node, "phase"), "name", w->p->parts[q->parts[i]].name);
    return node;
}

/* For choosing and sorting; what is printed is a <fig>, which is signed. */
static void add_score(struct work *w, xmlNodePtr node, struct score s)
{
    int percent = score_percent(s);
    if (percent != SCORE_NONE)
        attribute_number(w, node, "percent", percent);
    if (s.applicable > 0)
        attribute_number(w, node, "of", s.applicable);
}

/* A headline's average of the earlier inspections, where there are any. */
static void add_average(struct work *w, xmlNodePtr node, int headline)
{
    const struct figure_ask ask = {.kind = FIGURE_NATIONAL,
                                   .question = -1,
                                   .level = LEVEL_HEADLINE,
                                   .index = headline,
                                   .national = NATIONAL_AVERAGE};
    struct figure f = figure_count(diags_new(w->a), w->s, &ask);
    if (f.percent != SCORE_NONE)
        attribute_number(w, node, "average", f.percent);
}

/* What it is judged, and how that came about, where more than a share is behind it. */
static void add_judged(struct work *w, xmlNodePtr node, enum level level, int index)
{
    const struct programme *p = w->p;
    const struct judged *j = &w->s->judged[level][index];
    const struct rule *rule = programme_rule(p, level, (size_t)index);
    if (j->band >= 0)
        attribute(node, "judgement", p->bands[j->band].id);
    if (j->points >= 0) {
        attribute(node, "points",
                  decimal_plain(w->a, (struct decimal){j->points, j->places}));
        attribute(node, "points-of",
                  decimal_plain(w->a, (struct decimal){j->points_of, j->places}));
    }
    if (j->limit >= 0)
        attribute(node, "limited-to", p->bands[rule->limits[j->limit].band].id);
    if (j->limit >= 0 && j->computed >= 0)
        attribute(node, "would-be", p->bands[j->computed].id);
    if (j->moderated)
        attribute(node, "moderated", "yes");
}

static void add_answered(struct work *w, xmlNodePtr node, int question)
{
    int band = score_item_band(w->s, (struct scored){LEVEL_QUESTION, question});
    add_score(w, node, w->s->questions[question]);
    if (band >= 0)
        attribute(node, "judgement", w->p->bands[band].id);
}

/* Inside a section its criteria, inside these their questions. */
static void add_aspect(struct work *w, xmlNodePtr parent, enum level level, int index)
{
    const struct programme *p = w->p;
    const struct aspect *one = &p->aspects[level][index];
    xmlNodePtr node = child(parent, level_names[level].word);
    attribute(node, "id", one->id);
    add_score(w, node, w->s->judged[level][index].score);
    add_judged(w, node, level, index);
    if (level == LEVEL_SECTION && one->domain >= 0)
        attribute(node, "domain", p->aspects[LEVEL_DOMAIN][one->domain].id);
    if (level == LEVEL_HEADLINE)
        add_average(w, node, index);
    int earlier = w->in->earlier.scores[level][index].percent;
    if (earlier >= 0)
        attribute_number(w, node, "earlier", earlier);
    titled(w, node, "title", &one->title, one->id);
    titled(w, node, "subtitle", &one->subtitle, one->id);
    titled(w, node, "text", &one->text, one->id);
    for (size_t i = 0; level == LEVEL_CRITERION && i < p->question_count; i++)
        if (p->questions[i].criterion == index)
            add_answered(w, add_question(w, node, &p->questions[i]), (int)i);
    for (size_t i = 0; level == LEVEL_SECTION && i < p->aspect_count[LEVEL_CRITERION];
         i++)
        if (p->aspects[LEVEL_CRITERION][i].section == index)
            add_aspect(w, node, LEVEL_CRITERION, (int)i);
}

/* How many cases of the sample are in it, where that is known. */
static void add_cases(struct work *w, xmlNodePtr category, const struct characteristic *c,
                      const struct category *of)
{
    struct diags *d = diags_new(w->a);
    const char *mark = arena_printf(w->a, "cases where %s=%s", c->name, of->name);
    const struct figure_ask *ask =
        figure_parse_text(w->a, d, w->p, w->in, mark, (struct pos){0});
    struct figure f = {0};
    if (ask != NULL)
        f = figure_count(d, w->s, ask);
    if (f.kept)
        attribute_number(w, category, "n", f.count);
}

static void add_characteristic(struct work *w, xmlNodePtr parent,
                               const struct characteristic *c)
{
    xmlNodePtr node = child(parent, "characteristic");
    attribute(node, "name", c->name);
    titled(w, node, "title", &c->title, c->name);
    for (size_t i = 0; i < c->category_count; i++) {
        const struct category *one = &c->categories[i];
        add_cases(w, add_category(w, node, "category", "category", one), c, one);
    }
}

static void add_band(struct work *w, xmlNodePtr parent, const struct band *b)
{
    xmlNodePtr node = child(parent, "band");
    attribute(node, "id", b->id);
    attribute(node, "fill", b->fill);
    attribute(node, "icon", b->icon);
    if (b->points >= 0)
        attribute(node, "points", arena_printf(w->a, "%d", b->points));
    if (b->stars > 0)
        attribute(node, "stars", arena_printf(w->a, "%d", b->stars));
    titled(w, node, "title", &b->title, b->id);
}

/* Whether any answer to the questionnaire was counted. */
static bool was_given(const struct work *w, size_t index)
{
    const struct questionnaire *q = &w->p->questionnaires[index];
    const int *counts = w->in->replies != NULL ? w->in->replies[index] : NULL;
    size_t answers = 0;
    for (size_t i = 0; i < q->question_count; i++)
        answers += q->questions[i].choice_count;
    for (size_t i = 0; counts != NULL && i < answers; i++)
        if (counts[i] >= 0)
            return true;
    return false;
}

/* How many answered a question, where every answer was counted. */
static void add_replies(struct work *w, xmlNodePtr node, const struct question *q,
                        const int *counts)
{
    long all = 0;
    if (counts == NULL)
        return;
    for (size_t i = 0; i < q->choice_count; i++) {
        if (counts[i] < 0)
            return;
        all += counts[i];
    }
    attribute_number(w, node, "of", all);
    xmlNodePtr choice = node->children;
    for (size_t i = 0; choice != NULL; choice = choice->next)
        if (xmlStrEqual(choice->name, XML("choice")))
            attribute_number(w, choice, "n", counts[i++]);
}

static void add_questionnaire(struct work *w, xmlNodePtr parent, size_t index)
{
    const struct questionnaire *q = &w->p->questionnaires[index];
    xmlNodePtr node = child(parent, "questionnaire");
    attribute(node, "name", q->name);
    attribute(node, "given", was_given(w, index) ? "yes" : "no");
    titled(w, node, "title", &q->title, q->name);
    const int *counts = w->in->replies != NULL ? w->in->replies[index] : NULL;
    for (size_t i = 0; i < q->question_count; i++) {
        const struct question *one = &q->questions[i];
        add_replies(w, add_question(w, node, one), one, counts);
        counts += counts != NULL ? one->choice_count : 0;
    }
}

static void add_unscored(struct work *w, xmlNodePtr node)
{
    for (size_t i = 0; i < w->p->question_count; i++)
        if (w->p->questions[i].kind != QUESTION_SCORED)
            add_question(w, node, &w->p->questions[i]);
}

static void add_parts(struct work *w, xmlNodePtr parent)
{
    for (size_t i = 0; i < w->p->part_count; i++) {
        xmlNodePtr node = child(parent, "part");
        attribute(node, "name", w->p->parts[i].name);
        titled(w, node, "title", &w->p->parts[i].title, w->p->parts[i].name);
    }
}

static void add_programme(struct work *w, xmlNodePtr root)
{
    const struct programme *p = w->p;
    xmlNodePtr node = child(root, "programme");
    attribute_number(w, node, "rank-from", p->rank_from);
    attribute_number(w, node, "small-number", p->small_number);
    titled(w, node, "title", &p->title, p->name);
    for (enum level l = LEVEL_SECTION; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            add_aspect(w, node, l, (int)i);
    for (size_t i = 0; i < p->characteristic_count; i++)
        add_characteristic(w, node, &p->characteristics[i]);
    add_parts(w, node);
    for (size_t i = 0; i < p->band_count; i++)
        add_band(w, node, &p->bands[i]);
    for (size_t i = 0; i < p->questionnaire_count; i++)
        add_questionnaire(w, node, i);
    add_unscored(w, node);
    uses_list(w);
}

/* ---- the inspection ---- */

static void add_columns(struct work *w, xmlNodePtr root)
{
    xmlNodePtr node = child(root, "columns");
    for (size_t i = 0; i < w->in->column_count; i++) {
        const struct column *c = &w->in->columns[i];
        if (c->characteristic != NULL)
            continue;
        xmlNodePtr column = child(node, "column");
        attribute(column, "name", c->name);
        for (size_t v = 0; v < c->value_count; v++) {
            xmlNodePtr value = child(column, "value");
            attribute(value, "name", c->values[v]);
            add_text(w, value,
                     (struct author_text){.name = c->name, .plain = c->values[v]});
        }
    }
}

static void add_plain(struct work *w, xmlNodePtr node, const struct indicator *one,
                      const char *text)
{
    add_text(w, node,
             (struct author_text){.pos = one->pos, .name = one->name, .plain = text});
}

/* In Welsh where it is said so; nobody is to find English in a Welsh edition by chance.
 */
static void add_indicator_source(struct work *w, xmlNodePtr node,
                                 const struct indicator *one, bool again)
{
    const bool welsh = w->lang == LANG_CY && one->source_cy != NULL;
    attribute(node, "text", one->source);
    attribute(node, "lang", welsh ? "cy" : "en");
    add_plain(w, node, one, welsh ? one->source_cy : one->source);
    if (w->lang == LANG_CY && !welsh && !again && !w->in->made_up)
        diag(w->d, DIAG_SOURCE_ENGLISH, one->pos,
             "\"%s\" of %s; write `source-cy` beside it, with the same words where they "
             "are a name that Welsh does not have",
             one->source, one->name);
}

/* What a <fig> prints, so that it is signed: <value of="area" expr="rate area 2010"/>. */
static void add_indicator(struct work *w, xmlNodePtr node, const struct indicator *one,
                          struct map *sources)
{
    int at = programme_indicator(w->p, one->name);
    attribute(node, "name", one->name);
    attribute_number(w, node, "year", one->year);
    attribute(node, "unit", one->unit);
    if (inspection_indicator(w->in, one->name, 0, STANDING_AREA) == one)
        attribute(node, "newest", "yes");
    if (at >= 0)
        titled(w, node, "title", &w->p->indicators[at].title, one->name);
    add_plain(w, child(node, "when"), one, arena_printf(w->a, "%d", one->year));
    add_indicator_source(w, child(node, "source"), one,
                         map_put(sources, one->source, w) != NULL);
    for (enum standing i = 0; i < STANDING_COUNT; i++) {
        if (!one->known[i])
            continue;
        xmlNodePtr value = child(node, "value");
        attribute(value, "of", standing_names[i]);
        attribute(value, "number", decimal_plain(w->a, one->value[i]));
        attribute(
            value, "expr",
            arena_printf(w->a, "%s %s %d", one->name, standing_names[i], one->year));
    }
}

static void add_indicators(struct work *w, xmlNodePtr root)
{
    xmlNodePtr node = child(root, "indicators");
    struct map *sources = map_new(w->a);
    for (size_t i = 0; i < w->in->indicator_count; i++)
        add_indicator(w, child(node, "indicator"), &w->in->indicators[i], sources);
}

static void add_value(struct work *w, xmlNodePtr node, const struct value *v);

static bool has_key(const struct value *map, const char *key)
{
    for (size_t i = 0; i < map->count; i++)
        if (strcmp(map->items[i].name, key) == 0)
            return true;
    return false;
}

/* What the report has nothing for stands there all the same, so that a template can say
 * so, and never by mistake: <entry key="3.2" nothing="yes"/>. */
static void add_nothing(struct work *w, xmlNodePtr node, const struct value *v)
{
    enum level level = (enum level)(v->field->keys - KEYS_LEVEL);
    for (size_t i = 0; i < w->in->programme->aspect_count[level]; i++) {
        const char *id = w->in->programme->aspects[level][i].id;
        if (has_key(v, id))
            continue;
        xmlNodePtr entry = child(node, "entry");
        attribute(entry, "key", id);
        attribute(entry, "nothing", "yes");
    }
}

static void add_items(struct work *w, xmlNodePtr node, const struct value *v)
{
    if (v->field->kind != FIELD_RECORD)
        attribute_number(w, node, "count", (long)v->count);
    for (size_t i = 0; i < v->count; i++) {
        const struct value *item = &v->items[i];
        const char *name = v->field->kind == FIELD_LIST  ? "item"
                           : v->field->kind == FIELD_MAP ? "entry"
                                                         : item->name;
        xmlNodePtr inside = child(node, name);
        if (v->field->kind == FIELD_MAP)
            attribute(inside, "key", item->name);
        if (v->field->kind == FIELD_MAP && value_void(item))
            attribute(inside, "nothing", "yes");
        bool outer = w->unprinted, evidence = w->evidence;
        w->unprinted = outer || !item->field->printed;
        w->evidence = evidence || (item->field->evidence && !w->in->in_place);
        if (w->evidence && item->field->kind == FIELD_LIST)
            attribute(inside, "evidence", "column");
        if (item->field->kind == FIELD_LIST)
            attribute(inside, "place", item->field->place);
        add_value(w, inside, item);
        w->unprinted = outer;
        w->evidence = evidence;
    }
    if (field_keyed(v->field))
        add_nothing(w, node, v);
}

static void add_date(struct work *w, xmlNodePtr node, struct date d)
{
    attribute_number(w, node, "year", d.year);
    attribute_number(w, node, "month", d.month);
    if (d.day > 0)
        attribute_number(w, node, "day", d.day);
}

/* What is asked in the place of a value.  An area stands in titles and in sentences, and
 * so as plain words. */
static const struct inline_node *query_line(struct arena *a, const struct value *v)
{
    if (v->field->kind == FIELD_AREA)
        return NULL;
    struct inline_node *n = NEW(a, struct inline_node);
    *n = (struct inline_node){.kind = INLINE_QUERY, .pos = v->node->pos, .text = v->open};
    return n;
}

/* The text by which a value is printed. */
static struct author_text value_text(struct work *w, const struct value *v)
{
    struct author_text t = {.pos = v->node->pos, .name = v->path, .id = v->id};
    t.evidence = w->evidence;
    if (!w->unprinted && v->open == NULL)
        t.of = v;
    t.line = v->open != NULL ? query_line(w->a, v) : NULL;
    if (t.line != NULL)
        return t;
    switch (v->field->kind) {
    case FIELD_WORD:
    case FIELD_CHOICE: t.plain = v->word; break;
    case FIELD_NUMBER: t.plain = lang_decimal(w->a, w->lang, v->number); break;
    case FIELD_DATE: t.plain = lang_date(w->a, w->lang, v->date); break;
    case FIELD_MONTH: t.plain = lang_month(w->a, w->lang, v->date); break;
    case FIELD_ISBN:
        t.plain = v->isbn[w->lang];
        t.missing = t.plain == NULL;
        break;
    case FIELD_AREA:
        t.plain = v->area[w->lang][AREA_NAME];
        t.missing = t.plain == NULL;
        break;
    case FIELD_TEXT:
        t.line = v->text.in[w->lang];
        t.missing = t.line == NULL;
        break;
    case FIELD_LINE: t.line = v->line; break;
    case FIELD_PROSE:
    case FIELD_BLOCK: t.blocks = v->blocks; break;
    case FIELD_IMAGE:
    case FIELD_LIST:
    case FIELD_MAP:
    case FIELD_RECORD: break;
    }
    return t;
}

/* An edition in another language, seen by the template as <isbn cy="..."/>. */
static void add_isbns(xmlNodePtr node, const struct value *v)
{
    for (enum lang l = 0; l < LANG_COUNT; l++)
        attribute(node, lang_code(l), v->isbn[l]);
}

static void add_value(struct work *w, xmlNodePtr node, const struct value *v)
{
    if (v->open != NULL)
        query_check(w, v->open, v->node->pos);
    switch (v->field->kind) {
    case FIELD_LIST:
    case FIELD_MAP:
    case FIELD_RECORD: add_items(w, node, v); return;
    case FIELD_IMAGE: words(node, v->word); return;
    case FIELD_DATE:
    case FIELD_MONTH: add_date(w, node, v->date); break;
    case FIELD_WORD:
    case FIELD_CHOICE:
    case FIELD_NUMBER: words(node, v->word); break;
    case FIELD_ISBN: add_isbns(node, v); break;
    case FIELD_BLOCK: attribute(node, "id", v->id); break;
    case FIELD_LINE:
    case FIELD_PROSE:
    case FIELD_TEXT:
    case FIELD_AREA: break;
    }
    attribute(node, "typed", v->field->typed ? "yes" : NULL);
    add_text(w, node, value_text(w, v));
}

/* ---- judgements ---- */

static void add_judgement(struct work *w, xmlNodePtr root, const char *of, int band)
{
    xmlNodePtr node = child(root, "judgement");
    attribute(node, "of", of);
    attribute(node, "is", band >= 0 ? w->p->bands[band].id : "");
}

static void add_judgements(struct work *w, xmlNodePtr root)
{
    const struct programme *p = w->p;
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            add_judgement(w, root, p->aspects[l][i].id, w->s->judged[l][i].band);
}

/* Whether the area is named in that language, not only as an English reader knows it. */
static bool names_area(struct work *w, enum lang l)
{
    const struct value *area = inspection_value(w->in, "area");
    if (l == LANG_EN || area == NULL || area->field->kind != FIELD_AREA)
        return true;
    return area->node->kind != NODE_TEXT && area->area[l][AREA_NAME] != NULL;
}

/* A proof may still lack it, as it may lack translations. */
static void check_area(struct work *w)
{
    if (w->stage != STAGE_PROOF && !names_area(w, w->lang))
        diag(w->d, DIAG_UNIT_OPEN, inspection_value(w->in, "area")->node->pos,
             "the area has no name of its own in language %s; write area: {en: ..., cy: "
             "{name: ..., "
             "in: ..., of: ..., to: ..., and: ...}}",
             lang_code(w->lang));
}

/* There is an edition in the language that the inspection is written in, and in another
 * when there is its translation and the area has a name in it. */
bool has_edition(struct work *w, enum lang l)
{
    if (l == w->lang || l == LANG_EN)
        return true;
    if (!names_area(w, l))
        return false;
    const char *name = arena_printf(w->a, "%s.xlf", lang_code(l));
    return file_exists(path_join(w->a, w->in->dir, name));
}

static const char *editions(struct work *w)
{
    struct buf out = buf_new(w->a);
    for (enum lang l = 0; l < LANG_COUNT; l++)
        if (has_edition(w, l))
            buf_printf(&out, "%s%s", out.len > 0 ? " " : "", lang_code(l));
    return out.at;
}

static const char *evidence_name(enum evidence e)
{
    static const char *const names[] = {"none", "cases", "results", "stated"};
    return names[e];
}

/* The inspection as the programme's own documents see it. */
static void add_inspection(struct work *w, xmlNodePtr root)
{
    check_area(w);
    reviewed_check(w, w->p->reviewed, "the programme's titles and questions",
                   w->p->title.pos);
    attribute(root, "evidence", evidence_name(w->in->evidence));
    attribute(root, "editions", editions(w));
    bool registered = w->p->registered_count > 0 ||
                      inspection_value(w->in, "national.headlines") != NULL;
    attribute(root, "registered", registered ? "yes" : "no");
    add_programme(w, root);
    add_columns(w, root);
    add_indicators(w, root);
    compared_add(w, (struct input){w, root});
    add_value(w, child(root, "report"), w->in->root);
    add_judgements(w, root);
}

static void add_about(struct work *w, xmlNodePtr root)
{
    add_value(w, child(root, "report"), w->in->root);
    w->about->fill((struct input){w, child(root, w->about->name)}, w->about->data);
}

void *input_build(struct work *w)
{
    xmlDocPtr doc = xmlNewDoc(XML("1.0"));
    xmlNodePtr root = xmlNewDocRawNode(doc, NULL, XML("inspection"), NULL);
    xmlDocSetRootElement(doc, root);
    attribute(root, "lang", lang_code(w->lang));
    attribute(root, "stage", stage_name(w->stage));
    attribute(root, "programme", w->p->name);
    if (w->about != NULL)
        add_about(w, root);
    else
        add_inspection(w, root);
    return doc;
}

/* ---- what others put there ---- */

struct input input_add(struct input parent, const char *name)
{
    return (struct input){parent.work, child(parent.node, name)};
}

void input_set(struct input e, const char *name, const char *value)
{
    attribute(e.node, name, value);
}

void input_text(struct input parent, const char *name, const char *text, struct pos pos)
{
    if (text != NULL && text[0] != '\0')
        add_text(parent.work, child(parent.node, name),
                 (struct author_text){.pos = pos, .name = name, .plain = text});
}
