/* mutates.c -- one Welsh word behind another.  A word that begins with p, t, c, m, ll or
 * rh has not been mutated softly, whatever it means; of b, d and g that is sure only of
 * words that are listed, for "gath" is "cath".  Names of people do not mutate: a capital
 * letter is looked at only in words and places that are listed. */
#include "model/mutates.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/word.h"
#include "model/mutation.h"

#include <ctype.h>
#include <string.h>

/* What a word asks of the next. */
enum asks {
    ASKS_SOFT,      /* i blant */
    ASKS_SOFT_MOST, /* mor bwysig; ll and rh stay */
    ASKS_SOFT_NOUN, /* neu blant; a verb stays, so listed words alone */
    ASKS_SOFT_VERB, /* pan gafodd; "pan mae" */
    ASKS_ASPIRATE,  /* gyda phlant */
    ASKS_EITHER,    /* ei blant, ei phlant; a phlant, a gafodd */
    ASKS_NASAL,     /* fy mhlant */
    ASKS_H,         /* eu hamser */
    ASKS_FEMININE,  /* y ferch: listed words */
    ASKS_NEGATIVE,  /* Ni chafodd; "Ni fydd": listed verbs */
    ASKS_IN,        /* yng Nghymru, ym mhob; yn bwysig: listed words */
    ASKS_COUNT
};

static const char *const asking[ASKS_COUNT] = {
    [ASKS_SOFT] =
        (" i o ar at am dan tan dros tros drwy trwy gan heb wrth dau dwy dy ail pa "
         "ba mha pha rhy prif unrhyw rhyw ambell holl dyma dyna "),
    [ASKS_SOFT_MOST] = " mor ",
    [ASKS_SOFT_NOUN] = " neu hyd ",
    [ASKS_SOFT_VERB] = " pan ",
    [ASKS_ASPIRATE] = " gyda tua \u00E2 na chwe tri ",
    [ASKS_EITHER] = " ei o'i gyda'i \u00E2'i a ",
    [ASKS_NASAL] = " fy ",
    [ASKS_H] = " eu ein ",
    [ASKS_FEMININE] = " y 'r un ",
    [ASKS_NEGATIVE] = " ni ",
    [ASKS_IN] = " yn 'n ",
};

/* What stands for a noun as well, behind which a clause begins without its particle: "yr
 * ail cyfarfuom ag ef", "y tri cafwyd yn euog". */
static const char standing_alone[] = " ail dau dwy tri chwe ";

/* Words that stay as they are behind all or some of these: particles, pronouns, what has
 * become one word with the word before ("gan mwyaf", "i mewn", "dyna pam"). */
static const char staying[] =
    " mi ti tithau minnau mae maen maent mai mewn mor mwyaf pam pan pe petai petaent po "
    "pryd cyn tan tra tros trwy tu tua taw mo per meddai maes milltir mlynedd mlwydd ";

/* Nouns and verb-nouns as the dictionary has them, with b, d and g, which could else be
 * the soft form of another word; none of these is. */
static const char radicals[] =
    " babi bachgen baich barn barnu bechgyn blaenoriaeth blaenoriaethau blwyddyn "
    "blynyddoedd bod brawd bregusrwydd budd buddiannau bwrdd bwriad bwriadu bwyd "
    "bygythiad bygythiadau byw bywyd bywydau busnes dadansoddi dadansoddiad dangos "
    "darllen darparu datblygiad datblygu dau dwy deall dealltwriaeth dechrau deddf "
    "dedfryd dedfrydau defnydd defnyddio delio derbyn digwydd digwyddiad digwyddiadau "
    "dim "
    "dinas dioddefwr dioddefwyr diogelu diogelwch disgwyl disgyblion diwedd diwrnod dod "
    "dogfen dogfennau dull dulliau dweud dyddiad dyddiadau dyletswydd dyletswyddau dysgu "
    "gadael gallu galw gofal gofalwr gofalwyr gofyn gorchymyn gorchmynion gorffen gosod "
    "goruchwyliaeth gwaith gwahaniaeth gwasanaeth gwasanaethau "
    "gweinidog gweithdrefn gweithdrefnau gweithgaredd gweithgareddau gweithio gweithiwr "
    "gweithwyr gweld gwella gwelliant gwelliannau gwersi gwlad gwneud gwrando gwybod "
    "gwybodaeth gwyliadwriaeth ";

/* The same with the other letters: looked at behind "neu" too, and with a capital. */
static const char nouns[] =
    " cadeirydd cael camau camddefnyddio canlyniad canlyniadau canolfan carchar cartref "
    "cefnogaeth cefnogi coleg colli comisiwn comisiynydd creu cwrs cwrdd cyfarfod "
    "cyfarfodydd cyfiawnder cyfle cyfleoedd cyflawni cyfnod cyfrannu cyfreithiwr cyngor "
    "cyhoeddi cymorth cymryd cymuned cymunedau cynllun cynllunio cynlluniau cysylltu "
    "llesiant lleihau llety llys llysoedd llythyr llythyrau llywodraeth llywodraethu mam "
    "menyw menywod merch merched mesur mudiad mudiadau mynd panel paneli pennaeth person "
    "personau plant plentyn pobl polisi polis\u00EFau prif problem problemau pryderon "
    "pwyllgor pwysau rhaglen rhaglenni rhan rhannau rhannu rheoli rheolwr rheolwyr "
    "rhestr "
    "rhiant rhieni rhoi rhybudd tad t\u00EEm timau teulu teuluoedd trafod trefniadau "
    "trosedd troseddau troseddu tystiolaeth ";

static const char places[] =
    " cymru prydain caerdydd caerfyrddin caerffili caernarfon casnewydd castell-nedd "
    "ceredigion conwy cwm powys porthcawl penfro pen-y-bont pontypridd penarth torfaen "
    "tonypandy treforys blaenau bangor bro brycheiniog dinbych dolgellau dyfed gwent "
    "gwynedd glannau gogledd maesyfed maldwyn merthyr meirionnydd mynwy morgannwg "
    "llandudno "
    "llanelli llundain rhondda rhuthun rhyl ";

static const char feminine[] =
    " barn blaenoriaeth blwyddyn bwydlen cadair canolfan carreg cefnogaeth cenhedlaeth "
    "colofn cronfa cyfradd cyfraith cymdeithas cymuned dadl damwain dau dedfryd deddf "
    "dinas dogfen dwy dyletswydd geneth goruchwyliaeth gradd gweithdrefn gwers gwlad "
    "gwraig gwybodaeth gwyliadwriaeth mainc mam menter menyw merch partneriaeth pennod "
    "pleidlais pobl poblogaeth prifysgol problem proses taith tasg tref trefn "
    "tystiolaeth ";

/* Adjectives, which mutate behind "yn", but for ll and rh. */
static const char adjectives[] =
    " bach beiddgar boddhaol bodlon bregus buan buddiol byr cadarn cadarnhaol "
    "calonogol cefnogol clir creadigol cryf cryno cyfarwydd cyffredin cyffredinol "
    "cyflawn cyfleus cyflym cyfredol cyfrifol cyfyngedig cymharol cymhleth cymwys "
    "cynnar cyson cysurus cywir da dealladwy defnyddiol derbyniol dibynadwy diflas "
    "difrifol digon digonol diogel diweddar drwg dwys dymunol gofalus gonest gwael "
    "gwaeth gwahanol gwan gwell gwych manwl mawr medrus mwy parod pell pendant "
    "penodol personol perthnasol pleserus posibl prin priodol profiadol pryderus "
    "prydlon prysur pwysig tawel tebyg tebygol teg tlawd trefnus trist trwm trylwyr ";

/* Forms of verbs that a negation mutates softly. */
static const char verbs[] = " bu buont bydd byddai byddant byddent daeth dylai dylent "
                            "dylid dywedodd dywedwyd gall "
                            "gallai gallent gellid gellir gwelodd gwelwyd gwnaed gwnaeth "
                            "gwneir rhoddir rhoddwyd ";

/* What "a" before a vowel cannot be a relative of: nouns and small words. */
static const char behind_ac[] =
    " achos achosion addysg adnoddau adroddiad adroddiadau adran adrannau am amser "
    "anghenion ar ardal ardaloedd arolygwyr asesiad asesiadau asiantaethau at awdurdod "
    "awdurdodau eraill eto i iechyd o oedolion oedran un unigolion ymateb ymchwil "
    "ymddygiad ymyriad ymyriadau yn ysgol ysgolion ";

/* Nouns that "yn" can only stand before as "in". */
static const char within[] = " pob mis plith pen canol carchar cartref cefn cyd-destun "
                             "blwyddyn bywyd gwaith gorllewin t\u0177 ";

struct welsh_word {
    const char *small; /* in small letters, with its elided end: "o'i", "mae'r" */
    const char *own;
    bool capital, joined; /* one blank alone is before it */
};

struct mutating {
    struct arena *a;
    struct diags *d;
    const char *what;
    struct pos pos;
};

static bool is_listed(struct arena *a, const char *list, const char *word)
{
    return strstr(list, arena_printf(a, " %s ", word)) != NULL;
}

/* ---- cutting ---- */

/* Bytes of an apostrophe, straight or not; 0: none. */
static size_t apostrophe_len(const char *s)
{
    return s[0] == '\'' ? 1 : strncmp(s, "\u2019", 3) == 0 ? 3 : 0;
}

/* "mae'r", "cyd-destun": letters, hyphens and what is elided. */
static size_t whole_word(const char *s)
{
    size_t len = word_len(s);
    for (size_t mark; (mark = apostrophe_len(s + len)) > 0;) {
        size_t more = word_len(s + len + mark);
        if (more == 0)
            break;
        len += mark + more;
    }
    return len;
}

static const char *small_word(struct arena *a, const char *s, size_t len)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < len;) {
        size_t mark = apostrophe_len(s + i);
        buf_char(&out, mark > 0 ? '\'' : (char)tolower((unsigned char)s[i]));
        i += mark > 0 ? mark : 1;
    }
    return out.at;
}

/* The end of the span of another language that was typed at `s`, behind its "["; `s`:
 * none begins there. */
static const char *typed_end(const char *s)
{
    const char *end = s[-1] == '[' ? strchr(s, ']') : NULL;
    bool span = end != NULL && strncmp(end, "](lang:", 7) == 0;
    const char *close = span ? strchr(end, ')') : NULL;
    return close != NULL ? close : s;
}

/* The next word from *s on; NULL small: there is none. */
static struct welsh_word next_word(struct arena *a, const char **s)
{
    size_t gap = word_gap(*s);
    const char *end = gap > 0 ? typed_end(*s + gap) : *s;
    bool foreign = end > *s + gap;
    if (foreign)
        *s = end, gap = word_gap(end);
    size_t blank = strncmp(*s, "\u00A0", 2) == 0 ? 2 : 1;
    bool joined = !foreign && gap == blank && (blank == 2 || is_blank(**s));
    const char *at = *s + gap;
    size_t len = whole_word(at);
    *s = at + len;
    if (len == 0)
        return (struct welsh_word){0};
    return (struct welsh_word){small_word(a, at, len), arena_strndup(a, at, len),
                               isupper((unsigned char)at[0]) != 0, joined};
}

/* ---- judging ---- */

/* "cynllun" of "cynllun'n". */
static const char *stem_of(struct arena *a, const struct welsh_word *w)
{
    return arena_strndup(a, w->small, strcspn(w->small, "'"));
}

/* Whether it begins with one of `letters`, and not with a letter of two signs that stays
 * ("ch", "ts"). */
static bool begins(const char *small, const char *letters)
{
    static const char *const two[] = {"ch", "dd", "ff", "ng", "ph",
                                      "th", "ts", "mh", "gh"};
    for (size_t i = 0; i < LEN(two); i++)
        if (strncmp(small, two[i], 2) == 0)
            return false;
    return strchr(letters, small[0]) != NULL;
}

static bool is_double(const char *small)
{
    return strncmp(small, "ll", 2) == 0 || strncmp(small, "rh", 2) == 0;
}

/* Letters that only a word in its own form begins with; or a word that is listed. */
static bool is_radical(struct mutating *m, const struct welsh_word *w,
                       const char *letters, bool doubles)
{
    const char *stem = stem_of(m->a, w);
    if (is_listed(m->a, radicals, stem))
        return begins(stem, "bdg") && strchr(letters, 'm') != NULL;
    if (!begins(stem, letters) && !(doubles && is_double(stem)))
        return false;
    return !w->capital || is_listed(m->a, nouns, stem) || is_listed(m->a, places, stem);
}

static void say(struct mutating *m, const struct welsh_word *first,
                const struct welsh_word *w, const char *better)
{
    diag(m->d, DIAG_MUTATION_LACKS, m->pos, "%s: \"%s %s\"; write \"%s\"", m->what,
         first->own, w->own, better);
}

static void say_mutated(struct mutating *m, const struct welsh_word *first,
                        const struct welsh_word *w, enum mutation how)
{
    say(m, first, w,
        arena_printf(m->a, "%s %s", first->own, mutation_make(m->a, w->own, how)));
}

static bool is_vowel(const char *s)
{
    return strchr("aeiou", s[0]) != NULL ||
           ((unsigned char)s[0] >= 0x80 && s[0] != '\xC5');
}

static void check_in(struct mutating *m, const struct welsh_word *first,
                     const struct welsh_word *w)
{
    const char *stem = stem_of(m->a, w);
    bool place = w->capital && is_listed(m->a, places, stem);
    bool changed = strncmp(stem, "mh", 2) == 0 || strncmp(stem, "ng", 2) == 0;
    if (is_listed(m->a, adjectives, stem) && !w->capital)
        say_mutated(m, first, w, MUTATION_SOFT);
    else if (strcmp(first->small, "yn") == 0 &&
             (changed || place || (!w->capital && is_listed(m->a, within, stem))) &&
             strcmp(mutation_in(m->a, w->own), arena_printf(m->a, "yn %s", w->own)) != 0)
        say(m, first, w, mutation_in(m->a, w->own));
}

/* Endings that forms of verbs have, and few nouns; "methodd", "canfuwyd", "cyfarfuom". */
static bool is_verb(const char *stem)
{
    static const char *const ends[] = {"odd", "wyd", "ir",    "id",
                                       "om",  "ais", "asant", "asoch"};
    const size_t len = strlen(stem);
    for (size_t i = 0; i < LEN(ends); i++) {
        const size_t end = strlen(ends[i]);
        if (len > end + 1 && strcmp(stem + len - end, ends[i]) == 0)
            return true;
    }
    return false;
}

/* Those behind which a word of its own form begins with other letters. */
static void check_letters(struct mutating *m, const struct welsh_word *first,
                          const struct welsh_word *w, enum asks asks)
{
    static const struct {
        const char *letters;
        bool doubles; /* ll and rh, too */
        enum mutation how;
    } rules[ASKS_COUNT] = {
        [ASKS_SOFT] = {"ptcm", true, MUTATION_SOFT},
        [ASKS_SOFT_MOST] = {"ptcm", false, MUTATION_SOFT},
        [ASKS_SOFT_NOUN] = {"ptcm", true, MUTATION_SOFT},
        [ASKS_SOFT_VERB] = {"ptc", true, MUTATION_SOFT},
        [ASKS_ASPIRATE] = {"ptc", false, MUTATION_ASPIRATE},
        [ASKS_EITHER] = {"ptc", false, MUTATION_ASPIRATE},
    };
    const char *stem = stem_of(m->a, w);
    bool known = is_listed(m->a, nouns, stem) || is_listed(m->a, radicals, stem) ||
                 is_listed(m->a, places, stem);
    if (!known && is_listed(m->a, standing_alone, first->small) && is_verb(stem))
        return;
    if ((asks == ASKS_SOFT_NOUN && !known) ||
        !is_radical(m, w, rules[asks].letters, rules[asks].doubles))
        return;
    if (asks == ASKS_EITHER)
        say(m, first, w,
            arena_printf(m->a, "%s %s\" or \"%s %s", first->own,
                         mutation_make(m->a, w->own, MUTATION_ASPIRATE), first->own,
                         mutation_make(m->a, w->own, MUTATION_SOFT)));
    else
        say_mutated(m, first, w, rules[asks].how);
}

static void check_asked(struct mutating *m, const struct welsh_word *first,
                        const struct welsh_word *w, enum asks asks)
{
    const char *stem = stem_of(m->a, w);
    switch (asks) {
    case ASKS_SOFT:
    case ASKS_SOFT_MOST:
    case ASKS_SOFT_NOUN:
    case ASKS_SOFT_VERB:
    case ASKS_ASPIRATE:
    case ASKS_EITHER: check_letters(m, first, w, asks); return;
    case ASKS_NASAL:
        if (!w->capital && begins(stem, "ptcbdg"))
            say_mutated(m, first, w, MUTATION_NASAL);
        return;
    case ASKS_H:
        if (!w->capital && is_vowel(stem))
            say(m, first, w, arena_printf(m->a, "%s h%s", first->own, w->own));
        return;
    case ASKS_FEMININE:
        if (!w->capital && is_listed(m->a, feminine, stem))
            say_mutated(m, first, w, MUTATION_SOFT);
        return;
    case ASKS_NEGATIVE:
        if (first->capital && is_radical(m, w, "ptc", false))
            say_mutated(m, first, w, MUTATION_ASPIRATE);
        else if (first->capital && is_listed(m->a, verbs, stem))
            say_mutated(m, first, w, MUTATION_SOFT);
        return;
    case ASKS_IN: check_in(m, first, w); return;
    case ASKS_COUNT: return;
    }
}

/* Small words that have two forms: "ac" and "a", "ag" and "â", "y" and "yr", "ym". */
static void check_joint(struct mutating *m, const struct welsh_word *first,
                        const struct welsh_word *w)
{
    static const struct joint {
        const char *word, *better;
        bool before_vowel;
        const char *letters; /* where it stands before a consonant */
    } joints[] = {
        {"ac", "a", false, "ptcbdg"},
        {"ag", "\u00E2", false, "ptcbdgm"},
        {"gydag", "gyda", false, "ptcbdgm"},
        {"\u00E2", "ag", true, NULL},
        {"gyda", "gydag", true, NULL},
        {"yr", "y", false, "ptcbdgmnsfl"},
        {"y", "yr", true, NULL},
    };
    const char *stem = stem_of(m->a, w);
    for (size_t i = 0; i < LEN(joints) && !w->capital; i++) {
        const struct joint *j = &joints[i];
        if (strcmp(first->small, j->word) != 0 ||
            !(j->before_vowel ? is_vowel(stem) : begins(stem, j->letters)))
            continue;
        bool same = j->before_vowel || strcmp(j->better, "y") == 0;
        say(m, first, w,
            arena_printf(m->a, "%s %s", j->better,
                         same ? w->own : mutation_make(m->a, w->own, MUTATION_ASPIRATE)));
    }
    if (strcmp(first->small, "a") == 0 && is_listed(m->a, behind_ac, stem))
        say(m, first, w, arena_printf(m->a, "ac %s", w->own));
    if (strcmp(first->small, "ac") == 0 && is_listed(m->a, nouns, stem) &&
        !begins(stem, "ptc"))
        say(m, first, w, arena_printf(m->a, "a %s", w->own));
    bool ym = strcmp(first->small, "ym") == 0 && begins(stem, "ptcbdg");
    bool yng = strcmp(first->small, "yng") == 0 && begins(stem, "ptcbdgm");
    if (ym || yng)
        say(m, first, w, mutation_in(m->a, w->own));
}

/* "'r" of "mae'r": the end that asks something of the next word, if it has one. */
static const char *asking_part(const struct welsh_word *first)
{
    const char *mark = strrchr(first->small, '\'');
    bool end = mark != NULL && (strcmp(mark, "'r") == 0 || strcmp(mark, "'n") == 0);
    return end ? mark : first->small;
}

static void check_pair(struct mutating *m, const struct welsh_word *first,
                       const struct welsh_word *w)
{
    size_t letters = strlen(stem_of(m->a, w));
    if (letters < 2 || isupper((unsigned char)w->own[1]) || is_digit(w->own[0]) ||
        is_listed(m->a, staying, stem_of(m->a, w)))
        return;
    const char *part = asking_part(first);
    for (enum asks asks = 0; asks < ASKS_COUNT; asks++)
        if (is_listed(m->a, asking[asks], part))
            check_asked(m, first, w, asks);
    check_joint(m, first, w);
}

void mutates_check(struct arena *a, struct diags *d, const char *what, struct pos pos,
                   const char *welsh)
{
    struct mutating m = {a, d, what, pos};
    struct welsh_word first = {0};
    for (const char *s = welsh; *s != '\0';) {
        struct welsh_word w = next_word(a, &s);
        if (w.small == NULL)
            return;
        /* a capital inside a sentence is the end of a name: "Tŷ O" */
        if (first.small != NULL && w.joined && !(first.capital && first.joined))
            check_pair(&m, &first, &w);
        first = w;
    }
}

/* ---- words of a paragraph ---- */

static void add_words(struct buf *out, const struct inline_node *n)
{
    for (; n != NULL; n = n->next) {
        bool words = n->kind == INLINE_TEXT || n->kind == INLINE_TYPED;
        if (words)
            buf_str(out, n->text);
        else if (n->kind == INLINE_EM || n->kind == INLINE_STRONG ||
                 n->kind == INLINE_LINK)
            add_words(out, n->child);
        else
            buf_char(out, '|');
    }
}

const char *mutates_words(struct arena *a, const struct inline_node *n)
{
    struct buf out = buf_new(a);
    add_words(&out, n);
    return out.at;
}
