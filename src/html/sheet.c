/* sheet.c -- the part of the stylesheet that no house changes: what stands where on which
 * width, on paper, for a keyboard.  Lengths and colours are names that css.c gives. */
#include "html/work.h"

/* clang-format off */
static const char *const base[] = {
    "*{box-sizing:border-box}html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n",
    "body{margin:0;background:var(--paper);overflow-wrap:break-word;font-variant-ligatures:none}\n",
    "p,ul,ol,dl,dd,figure,blockquote,h1,h2,h3,h4,h5,h6{margin:0}p{text-wrap:pretty}\n",
    "h1,h2,h3,h4,h5,h6,caption,figcaption{text-wrap:balance}\n",
    "a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.18em}a:hover{text-decoration-thickness:.14em}\n",
    ":focus-visible{outline:.19rem solid var(--link);outline-offset:.12rem;border-radius:.1rem}\n",
    ":target{scroll-margin-top:1.25rem}main:focus{outline:0}\n",
    "svg,img{max-width:100%;height:auto}.b{font-weight:700}.i{font-style:italic}svg text{font-family:var(--family)}\n",
    ".heard,.defs{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n",
    ".skip{position:absolute;left:-99rem;top:0;z-index:2;padding:.6rem 1rem;background:var(--paper)}.skip:focus{left:0}\n",
};

static const char *const screen[] = {
    /* words */
    ".caps{text-transform:uppercase}.swatch{margin-right:.3em}\n",
    "sup{line-height:0;font-size:.78em}sup a{padding:.35em .15em;text-decoration:none}sup a:hover{text-decoration:underline}\n",
    ".query{background:var(--query);color:var(--query-text);border-bottom:1px solid;padding:0 .25em}\n",
    ".untranslated{background:var(--untranslated);color:var(--untranslated-text);border-left:.17rem solid var(--untranslated-bar);padding:0 .25em}\n",
    "ins{text-decoration:underline .08em var(--change)}del{text-decoration:line-through .08em var(--change)}.moved{color:var(--change)}\n",
    ".ref{white-space:nowrap}.ref-alone{margin:.75rem 0 0}\n",
    /* the frame */
    "main,.site-foot,.cover-names,.cover-inside,.cover-foot,.cover-logos,.letterhead,.bar-top{padding-left:1.25rem;padding-right:1.25rem;max-width:calc(var(--wide) + 2.5rem);margin-left:auto;margin-right:auto}\n",
    "main{padding-top:1.5rem;padding-bottom:2rem}main>section{margin-bottom:3.5rem}section section{margin-top:2.25rem}\n",
    "main p,main li{max-width:var(--measure)}main .standfirst,figure p,td p,th p{max-width:none}\n",
    ".stage{padding:.5rem 1rem;text-align:center;background:var(--query);border-bottom:1px solid}.stage .marking{text-transform:uppercase}\n",
    ".bar-top{text-align:right;padding-top:.6rem;padding-bottom:.6rem}.bar-top p,.other{font-size:.875rem}.bar-top p{margin:0}.own-title{text-align:left}\n",
    ".other{margin:-.2rem 0 .6rem}\n",
    ".site-foot::before{content:\"\";flex-basis:100%;border-top:1px solid var(--foot-rule);margin-bottom:.5rem}.site-foot{padding-bottom:2.5rem;display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between}.site-foot p{font:inherit;color:inherit;margin:0}\n",
    /* what opens it */
    ".cover-names{display:flex;flex-wrap:wrap;align-items:flex-start;gap:1.25rem 2.5rem;padding-top:1.75rem;padding-bottom:1.75rem}\n",
    ".cover-names .name{border-left:var(--name-bar-width) solid var(--name-bar);padding-left:var(--name-gap)}\n",
    ".cover-block{background:var(--block);overflow:hidden;position:relative;isolation:isolate}\n",
    ".cover-block::before{content:\"\";position:absolute;inset:0;z-index:-1;background:radial-gradient(circle at calc(100% + var(--plane-x)/3) var(--plane-y),var(--plane-3) calc(var(--plane-3-r) - 1px),var(--plane-2) var(--plane-3-r),var(--plane-2) calc(var(--plane-2-r) - 1px),var(--plane-1) var(--plane-2-r),var(--plane-1) calc(var(--plane-1-r) - 1px),transparent var(--plane-1-r))}\n",
    ".cover-inside{padding-top:2.5rem;padding-bottom:3rem}.cover-block .strap{max-width:var(--strap-width);margin:0 0 .75rem}\n",
    ".cover-title{margin:6rem 0 0}.cover-title::before{content:\"\";display:block;width:var(--title-bar-width);height:var(--title-bar);background:var(--cover-bar);margin-bottom:1rem}\n",
    ".cover-title span{display:block}.cover-area{font-size:clamp(2rem,11vw,var(--area))}\n",
    ".cover-foot{display:flex;flex-wrap:wrap;gap:.25rem 2rem;padding-top:1.5rem;padding-bottom:1.5rem}.cover-foot p{margin:0}.cover-foot .edition{flex-basis:100%}\n",
    ".cover-logos{display:flex;flex-wrap:wrap;gap:1rem 1.5rem;padding-bottom:1.5rem}.logo{height:var(--logo);width:auto}.logo,.written,.picture{background:#fff}\n",
    ".letterhead .cover-names{padding-left:0;padding-right:0}.address{margin-left:auto;text-align:right}\n",
    ".straps{display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between;border-top:var(--heading-rule-width) solid var(--letter-rule);padding:.5rem 0 1rem}\n",
    ".divider{background:var(--divider);padding:2rem 1.5rem;margin-bottom:1.5rem;display:flex;flex-direction:column}.divider .ref{color:var(--on-block)}\n",
    ".divider-title{order:3;margin-top:1.5rem;font-size:clamp(1.6rem,7vw,2.834rem)}.divider-label{order:1}.divider-number{order:2;font-size:clamp(5rem,20vw,9rem);line-height:1}\n",
    /* headings */
    ".head{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 1.5rem}.head>[class*=h]{flex:1 1 55%}\n",
    ".over,.scored{border-bottom:var(--heading-rule-width) solid var(--heading-rule);padding-bottom:var(--rule-over);margin-bottom:var(--rule-under)}.over>.h1,.scored>.h1{margin-bottom:0}\n",
    ".over{display:grid;grid-template-columns:1fr auto}.over>.h1{grid-column:1/-1;grid-row:2}.over-value strong{color:var(--link)}\n",
    ".scored .score{text-align:right;flex:none}.scored .label,.scored .value{display:block}\n",
    "[class*=bar-]::before{content:\"\";display:block;width:var(--bar-width);height:var(--bar-height);background:var(--bar);margin-bottom:var(--bar-under)}\n",
    ".head>.column-head{flex:0 0 calc(1.125*var(--evidence));margin-top:0}\n",
    /* lists */
    "ul,ol{list-style-type:\"\";padding:0}ul.bullet,ol.labelled{margin-bottom:.75rem}\n",
    "ul.bullet>li{padding-left:var(--bullet-indent);position:relative}ul.bullet>li:not(.signed)::before{content:\"\";position:absolute;left:.1em;top:.55em;border:.2em solid var(--bullet);border-radius:50%}\n",
    "ol.labelled>li{padding-left:var(--indent);position:relative}ol.labelled>li>.label{position:absolute;left:0}ol.labelled>li>.ref{display:block;margin-left:calc(-1*var(--indent))}main li>:last-child,.words>:last-child{margin-bottom:0}\n",
    "ol.findings>li{padding-left:var(--finding-indent);border-top:1px solid var(--evidence-rule-colour);padding-top:.5rem;margin-bottom:.65rem}\n",
    ".evidence{display:grid;grid-template-columns:1fr auto;gap:0 .5rem}main .evidence{margin:0 0 .35rem}.share{grid-column:1/-1;width:100%;display:block;margin-top:.1rem}\n",
    ".beside{margin-top:.4rem;max-width:20rem}\n",
    "@media (min-width:40em),print{ol.findings>li{display:grid;padding-left:0;grid-template-columns:var(--finding-indent) minmax(0,1fr) calc(1.125*var(--evidence))}.beside{grid-column:3;margin:0}ol.findings .words{grid-column:2}ol.findings>li>.label{position:static}ol.findings>li>.ref{grid-column:1/-1;margin-left:0}ol.findings .words{padding-right:var(--evidence-gap)}}\n",
    ".numbered>p:first-child{padding-left:var(--indent);max-width:calc(var(--measure) + var(--indent))}.numbered>p:first-child>.label{float:left;margin-left:calc(-1*var(--indent));min-width:var(--indent);padding-right:.4em}.numbered>*+*{margin-left:var(--indent)}\n",
    ".ribbon{display:flex;flex-wrap:wrap;gap:var(--tab-gap);margin-bottom:var(--tabs-after)}.ribbon li{flex:1 1 5.4rem}.ribbon a{display:flex;justify-content:space-between;gap:.25rem;padding:.1rem .4rem;text-decoration:none;background:var(--ribbon)}.ribbon a:hover strong{text-decoration:underline}main .ribbon .own{background:var(--ribbon-own);color:var(--ribbon-on-own)}\n",
    "@media (min-width:40em){.ribbon li{flex:1 1 0}.ribbon li.group:not(:first-child){margin-left:calc(var(--tab-group) - var(--tab-gap))}}\n",
    /* contents */
    "nav a{text-decoration:none;color:inherit;display:block;padding:.1rem 0}nav a:hover{text-decoration:underline}nav ol ol{padding-left:var(--toc-indent)}nav li.group{padding-top:var(--toc-group)}\n",
    ("@media screen and (min-width:68em){main:has(.contents){display:grid;grid-template-columns:minmax(13rem,17rem) minmax(0,var(--wide));column-gap:3.5rem;justify-content:center;max-width:none}main:has(.contents)>*,.holder>*{grid-column:2;min-width:0}.holder{display:contents}main .contents{grid-column:1;grid-row:1/span 99;position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:.5rem 1rem 2rem .5rem;margin:0 0 0 -.5rem}.contents .h1{font-size:1.1rem;line-height:1.4;margin-bottom:.5rem}main .contents li{font-size:.9rem;line-height:1.35;margin:.1rem 0}"
     "body:has(.contents) :is(.cover-names,.cover-inside,.cover-foot,.cover-logos,.bar-top,.letterhead,.site-foot){max-width:60.8rem}}\n"),
    /* boxes, quotations, forms */
    ".box{position:relative}.box>:last-child,.text>:last-child,.side>:last-child{margin-bottom:0}.box-title{text-wrap:balance}\n",
    ".side .label,.side .value{display:block}main .side .value{line-height:1}.side .score{margin:0 0 .4rem}.side{margin-bottom:.75rem}.text{min-width:0}\n",
    ".form{border:1px solid var(--form-frame);padding:1rem;margin:1rem 0}.fields{display:flex;flex-wrap:wrap;gap:.5rem 1rem}.fields>div{flex:1 1 10rem}.fields dt{font-weight:700}.fields dd{border-bottom:1px solid;min-height:1.6rem}.answer{background:var(--form-answer);padding:.5rem}\n",
    ".signature{margin:1.33rem 0 1.5rem}main .signature p{margin:0}.signature .name{font-weight:700}.signature .date{color:var(--signature-date)}.written{width:var(--written)}.written,.stars,.picture{display:block}\n",
    /* tables, charts */
    "table{border-collapse:collapse;width:100%;margin-top:1rem}caption,figcaption{text-align:left}table caption{margin:0;padding-bottom:.5rem}.measure{display:block;text-wrap:pretty}\n",
    "td p,th p{font:inherit;color:inherit}main ol.findings>li,main .ribbon li,nav li{max-width:none}td,th{text-align:left;vertical-align:top;padding-left:0}thead th{vertical-align:bottom}main td p,main th p{margin:0}.n{text-align:right;font-variant-numeric:tabular-nums}td.n{white-space:nowrap}main td.own,main th.own,tr.group>:first-child,tr.total>:first-child{padding-left:.5rem}:has(>.no){padding-left:2.4em!important;text-indent:-2.4em}.no{display:inline-block;min-width:2.4em;text-indent:0}\n",
    ".scroll{overflow-x:auto;margin:1rem 0;background:linear-gradient(90deg,transparent,var(--paper) 60%) 100% 0/2.5rem 100% no-repeat local,linear-gradient(90deg,transparent,var(--foot-rule)) 100% 0/.75rem 100% no-repeat}.scroll>table{margin-top:0}.range{display:block;width:7.834rem;max-width:none}\n",
    "figure{margin:var(--chart-before) 0 calc(var(--chart-after) + .75rem)}.chart .scroll{margin:0}.chart .scroll svg{display:block;width:100%;min-width:31rem;overflow:visible}[class^=s-]{fill:none}\n",
    "details{margin-top:.6rem;font-size:.9rem}summary{cursor:pointer;color:var(--link);width:fit-content;padding:.15rem 0}details table{margin-top:.25rem}\n",
    /* notes */
    ".notes{margin-top:2rem;padding-top:.5rem}.notes::before{content:\"\";display:block;width:var(--note-rule-width);border-top:1px solid var(--note-rule);margin-bottom:.5rem}.notes ol>li{padding-left:1.6rem;margin:0 0 .35rem}.notes .label{text-decoration:none}main .notes li p,.notes ol>li{font-size:.875rem;line-height:1.5}\n",
    "@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}\n",
    "@media (forced-colors:active){.cover-block,.divider,.box{border:1px solid}.ribbon .own{outline:2px solid}.ribbon .own,.side{forced-color-adjust:none}}\n",
};

static const char *const paper[] = {
    "@media print{@page{margin:18mm}html{font-size:11pt}.skip,.other,.bar-top:not(.own-title),details{display:none}.scroll{overflow:visible;background:none}.chart .scroll svg{min-width:0}figure,.box,tr,li,h1,h2,h3,h4,h5,h6,.standfirst,.head{break-inside:avoid}h1,h2,h3,h4,h5,h6,caption,figcaption,.head,.standfirst,[class*=bar-],thead{break-after:avoid}p,li{orphans:3;widows:3}nav>ol{columns:2;column-gap:2rem;break-inside:avoid}main,.site-foot,.cover-names,.cover-inside,.cover-foot{padding-left:0;padding-right:0}.cover-inside{padding-left:1.25rem}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}a{color:inherit}main a[href^=http]::after{content:\" <\" attr(href) \">\";overflow-wrap:anywhere}}\n",
};
/* clang-format on */

static void put_all(struct buf *out, const char *const *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_str(out, lines[i]);
}

void sheet_write(struct buf *out, enum sheet part)
{
    switch (part) {
    case SHEET_BASE: put_all(out, base, LEN(base)); return;
    case SHEET_SCREEN: put_all(out, screen, LEN(screen)); return;
    case SHEET_PAPER: put_all(out, paper, LEN(paper)); return;
    }
    bug("a part of the stylesheet %d", (int)part);
}
