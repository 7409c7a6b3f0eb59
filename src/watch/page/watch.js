// watch.js -- shows what the server tells: pages where the reader was, what changed among
// them, and messages with their blocks.  Everything comes as events; nothing is asked for
// but the choice of what is shown, and the editor.
"use strict";
const $ = id => document.getElementById(id);
const NAMES = {en: "English", cy: "Welsh"};
const editions = new Map(); // by language: {root, pages: [{el, hash, blocks}], document}
const told = new Map();     // by language: the last messages
let state = {}, chosen = null, zoom = 1;
const QUIET = 300;          // milliseconds: what the page has scrolled, no reader did
const MOST_PAIRS = 4e6;     // of blocks whose order is compared
const FRESH = 4000;         // milliseconds: as long as watch.css fades a mark

function make(tag, attributes, ...inside) {
    const e = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
    e.append(...inside);
    return e;
}

function ask(what, values) {
    return fetch(what + "?" + new URLSearchParams(values), {method: "POST"});
}

// Those of the program stand far from the reader's own.
const short_name = file => file.replace(/^.*\/templates\//, "templates/");

// ---- pages ----

function edition_of(lang) {
    if (editions.has(lang)) return editions.get(lang);
    const root = make("section", {class: "edition", lang, "aria-label": NAMES[lang] + " pages"});
    const e = {lang, root, pages: [], document: {}, still: 0, fresh: []};
    root.addEventListener("keydown", move_by_key);
    root.addEventListener("scroll", () => scroll_other(e), {passive: true});
    editions.set(lang, e);
    if (lang === "en") $("editions").prepend(root); else $("editions").append(root);
    return e;
}

function size_page(el, d) {
    el.style.width = zoom === 1 ? "min(100%, " + d.width * 1.5 + "px)" : d.width * 1.333 * zoom + "px";
    el.style.aspectRatio = d.width + " / " + d.height;
}

function put_block(e, page, block, i) {
    const [x, y, w, h] = block.b, d = e.document;
    const b = make("button", {class: "block", type: "button", tabindex: -1, "aria-label": block.w || block.r || "Drawing"});
    b.style.left = 100 * (x - 2) / d.width + "%";
    b.style.top = 100 * (y - 1) / d.height + "%";
    b.style.width = 100 * (w + 4) / d.width + "%";
    b.style.height = 100 * (h + 2) / d.height + "%";
    b.addEventListener("click", () => choose_block(page, i, true));
    b.addEventListener("focus", () => { make_stop(e, b); show_block(page.blocks[i], b); });
    b.addEventListener("mouseenter", () => show_block(page.blocks[i], null));
    b.addEventListener("mouseleave", () => { if (chosen) show_block(chosen.block, null); });
    page.el.append(b);
    page.buttons.push(b);
}

// One stop of the Tab key for each edition; arrow keys move on from it.
function make_stop(e, button) {
    for (const old of e.root.querySelectorAll(".block[tabindex='0']")) old.tabIndex = -1;
    button.tabIndex = 0;
}

function move_by_key(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step || !event.target.classList.contains("block")) return;
    const all = [...event.currentTarget.querySelectorAll(".block")];
    const next = all[all.indexOf(event.target) + step];
    event.preventDefault();
    if (next) { next.focus({preventScroll: true}); next.scrollIntoView({block: "nearest"}); }
}

const place_of = b => b.b.join();
const same_places = (x, y) => x.length === y.length && x.every((b, i) => b.w === y[i].w && place_of(b) === place_of(y[i]));

function draw_page(e, page, svg, blocks) {
    if (svg !== undefined) {
        const old = page.el.querySelector("svg");
        if (old) old.remove();
        page.el.insertAdjacentHTML("afterbegin", svg);
    }
    if (blocks === undefined) return;
    const same = svg === undefined && page.blocks && same_places(page.blocks, blocks);
    page.blocks = blocks;
    if (same) return;
    for (const b of page.buttons) b.remove();
    page.buttons = [];
    blocks.forEach((b, i) => put_block(e, page, b, i));
}

function page_new(e) {
    const el = make("article", {class: "page"});
    return {el, hash: "", blocks: [], buttons: [], edition: e};
}

// Where the reader is: the block at the top of the screen, by its words.
function anchor_of(e) {
    const top = e.root.getBoundingClientRect().top;
    for (const page of e.pages) {
        if (page.el.getBoundingClientRect().bottom <= top) continue;
        for (let i = 0; i < page.buttons.length; i++) {
            const r = page.buttons[i].getBoundingClientRect();
            if (r.bottom > top + 4 && page.blocks[i].w) return {words: page.blocks[i].w, from: r.top};
        }
    }
    return null;
}

function keep_anchor(e, anchor) {
    const found = anchor && all_blocks(e).find(b => b.block.w === anchor.words);
    const by = found ? Math.round(found.button.getBoundingClientRect().top - anchor.from) : 0;
    if (by === 0) return;
    put_scroll(e, e.root.scrollTop + by); // the other edition stays where it is
}

function all_blocks(e) {
    return e.pages.flatMap(page => page.blocks.map((block, i) => ({page, i, block, button: page.buttons[i]})));
}

// Pages that are told by their hash alone are taken from those that stand here.
function take_pages(news) {
    const e = edition_of(news.lang), {name, stage} = e.document;
    const other = name !== news.document.name || stage !== news.document.stage; // nothing of it has changed
    e.still = Date.now() + QUIET;
    const before = all_blocks(e).map(b => b.block);
    const anchor = anchor_of(e), focus = document.activeElement;
    const old = e.pages, by_hash = new Map(old.map(p => [p.hash, p]));
    const left = new Set(old);
    e.document = news.document;
    const take = p => { left.delete(p); return p; };
    // First those that stay as they are, then the others into what is left.
    e.pages = news.pages.map((n, i) => {
        const own = old[i] && old[i].hash === n.h && left.has(old[i]) ? old[i] : by_hash.get(n.h);
        return own && left.has(own) ? take(own) : null;
    });
    e.pages = e.pages.map((p, i) => p || (old[i] && left.has(old[i]) ? take(old[i]) : page_new(e)));
    news.pages.forEach((n, i) => {
        const page = e.pages[i], drawn = page.hash === n.h; // told whole again where news were lost
        const twin = n.s === undefined && !drawn ? by_hash.get(n.h) : null;
        draw_page(e, page, twin ? twin.el.querySelector("svg").outerHTML : drawn ? undefined : n.s, n.b || (twin ? twin.blocks : undefined));
        page.hash = n.h;
        page.el.setAttribute("aria-label", "Page " + (i + 1) + " of " + news.pages.length);
        if (e.root.children[i] !== page.el) e.root.insertBefore(page.el, e.root.children[i] || null);
        size_page(page.el, e.document);
    });
    for (const p of left) p.el.remove();
    keep_anchor(e, anchor);
    const stop = e.root.querySelector(".block[tabindex='0']") || e.root.querySelector(".block");
    if (stop) stop.tabIndex = 0;
    if (focus && focus.classList.contains("block") && !focus.isConnected && stop) stop.focus({preventScroll: true});
    if (other) e.fresh = []; else mark_fresh(e, before);
    take_documents(news.document);
    painted();
}

// The longest row of what stands in both, in this order, as pairs of places.
function common_row(x, y) {
    let from = 0, left = Math.min(x.length, y.length);
    while (left > 0 && x[from] === y[from]) { from++; left--; }
    const pairs = x.slice(0, from).map((_, i) => [i, i]);
    for (let i = x.length, j = y.length; left > 0 && x[i - 1] === y[j - 1]; left--) pairs.push([--i, --j]);
    const n = x.length - pairs.length, m = y.length - pairs.length, wide = m + 1;
    if (n * m > MOST_PAIRS) return pairs;
    const length = new Uint16Array((n + 1) * wide); // of the row behind each pair
    for (let i = n - 1; i >= 0; i--)
        for (let j = m - 1; j >= 0; j--)
            length[i * wide + j] = x[from + i] === y[from + j] ? length[(i + 1) * wide + j + 1] + 1
                                 : Math.max(length[(i + 1) * wide + j], length[i * wide + j + 1]);
    for (let i = 0, j = 0; i < n && j < m;)
        if (x[from + i] === y[from + j]) pairs.push([from + i++, from + j++]);
        else if (length[(i + 1) * wide + j] >= length[i * wide + j + 1]) i++;
        else j++;
    return pairs;
}

// The block of before that each of now is: by their order, for many cells say the same; by what it
// says alone where it has moved; undefined where it is new.
function twins_of(before, now) {
    const numbers = new Map(), number = says => numbers.get(says) || numbers.set(says, numbers.size + 1).size;
    const says = b => number((b.w || "") + "\n" + (b.i || ""));
    const x = before.map(says), y = now.map(says), twins = [], left = new Set(before.keys());
    for (const [i, j] of common_row(x, y)) { twins[j] = before[i]; left.delete(i); }
    const moved = new Map();
    for (const i of left) moved.set(x[i], [...(moved.get(x[i]) || []), before[i]]);
    return now.map((_, j) => twins[j] || (moved.get(y[j]) || []).shift());
}

function mark_fresh(e, before) {
    const now = all_blocks(e), twins = twins_of(before, now.map(b => b.block));
    const fresh = now.filter((_, j) => !twins[j]);
    now.forEach((b, j) => { b.block.fresh_until = twins[j] ? twins[j].fresh_until : Date.now() + FRESH; });
    show_marks(e);
    if (fresh.length > 0) setTimeout(() => show_marks(e), FRESH + 20);
    if (fresh.length > 0 && $("follow").checked) fresh[0].button.scrollIntoView({block: "center"});
    e.fresh = [...new Set(fresh.map(b => e.pages.indexOf(b.page) + 1))];
}

// Where another save draws a page again its marks go on from where they were.
function show_marks(e) {
    const now = Date.now();
    for (const {block, button} of all_blocks(e)) {
        const fresh = block.fresh_until > now;
        if (fresh && !button.classList.contains("fresh")) button.style.animationDelay = block.fresh_until - FRESH - now + "ms";
        button.classList.toggle("fresh", fresh);
    }
}

// For those who measure: when the news were on the screen.
function painted() {
    requestAnimationFrame(() => setTimeout(() => {
        document.documentElement.dataset.pages = Date.now();
    }));
}

// The block at the top, as readers quote it.
function reference_at_top(e) {
    const top = e.root.getBoundingClientRect().top;
    for (const page of e.pages) {
        if (page.el.getBoundingClientRect().bottom <= top) continue;
        for (let i = 0; i < page.buttons.length; i++) {
            const r = page.buttons[i].getBoundingClientRect();
            if (page.blocks[i].r && r.bottom > top + 4) return {r: page.blocks[i].r, from: r.top};
        }
    }
    return null;
}

// What the page has scrolled, no reader did, however late it is heard of.
function put_scroll(e, to) {
    e.still = Date.now() + QUIET;
    e.root.scrollTop = to;
    e.put = e.root.scrollTop;
}

// Side by side the same block stands at the same height; what has none goes by its share.
function scroll_other(e) {
    if (editions.size < 2 || Date.now() < e.still || Math.abs(e.root.scrollTop - e.put) < 2) return;
    const at = reference_at_top(e), top = e.root.scrollTop;
    for (const other of editions.values()) {
        if (other === e) continue;
        const root = other.root, room = r => r.scrollHeight - r.clientHeight;
        const twin = at && top > 0 && top < room(e.root) && all_blocks(other).find(b => b.block.r === at.r);
        put_scroll(other, twin ? root.scrollTop + twin.button.getBoundingClientRect().top - at.from
                               : top / Math.max(1, room(e.root)) * room(root));
    }
}

// ---- blocks ----

function figure_rows(figures) {
    const list = make("dl", {});
    for (const f of figures) {
        const of = f.n !== undefined && f.o !== undefined ? f.n + " of " + f.o : f.n !== undefined ? String(f.n) : "";
        const said = [f.q, f.m, of, f.s && "typed; source: " + f.s].filter(Boolean).join("; ");
        list.append(make("dt", {}, f.p || of), make("dd", {}, said));
    }
    return list;
}

function show_block(block, focused) {
    const info = $("block-info");
    info.replaceChildren();
    if (block.r) info.append(make("p", {}, make("b", {}, block.r)));
    info.append(make("code", {class: "place"}, short_name(block.f) + ":" + block.l + ":" + block.c));
    if (block.w) info.append(make("p", {class: "quoted"}, block.w));
    if (block.g && block.g.length) info.append(figure_rows(block.g));
    if (focused) focused.setAttribute("aria-describedby", "block-info");
}

function unmark() {
    for (const b of document.querySelectorAll(".block.chosen")) b.classList.remove("chosen");
}

function choose_block(page, i, open) {
    const block = page.blocks[i];
    unmark();
    page.buttons[i].classList.add("chosen");
    chosen = {block};
    show_block(block, null);
    // The same block in the other language.
    for (const e of editions.values()) {
        if (e === page.edition || !block.r) continue;
        const like = of => all_blocks(of).filter(b => b.block.r === block.r);
        const twin = like(e)[like(page.edition).findIndex(b => b.block === block)];
        if (twin) twin.button.classList.add("chosen");
    }
    if (open && state.editor) open_editor(block.f, block.l, block.c);
}

async function open_editor(file, line, column) {
    const answer = await ask("open", {file, line, column});
    if (!answer.ok) say("The editor could not be started.");
}

// ---- messages ----

function block_at(message) {
    let best = null;
    for (const e of editions.values())
        for (const b of all_blocks(e)) {
            const k = b.block;
            if (k.f !== message.file || message.line === undefined || message.line < k.l || message.line > Math.max(k.l, k.e)) continue;
            if (!best || k.e - k.l < best.block.e - best.block.l) best = b;
        }
    return best;
}

function choose_message(message, button) {
    for (const b of $("messages").querySelectorAll("button")) b.setAttribute("aria-pressed", b === button);
    const found = block_at(message);
    if (found) {
        choose_block(found.page, found.i, false);
        found.button.scrollIntoView({block: "center"});
        make_stop(found.page.edition, found.button);
    } else {
        unmark();
        say("What this message is about stands on no page.");
    }
    if (state.editor && message.line) open_editor(message.file, message.line, message.column || 1);
}

function message_item(m) {
    const place = m.file ? short_name(m.file) + (m.cell ? ":" + (m.sheet ? m.sheet + "!" : "") + m.cell : m.line ? ":" + m.line + ":" + m.column : "") : "";
    const button = make("button", {type: "button", class: m.severity, "aria-pressed": false},
        make("b", {}, m.what), make("span", {}, m.message));
    if (place) button.append(make("code", {class: "place"}, place));
    button.addEventListener("click", () => choose_message(m, button));
    return make("li", {}, button);
}

function show_messages() {
    const seen = new Set(), all = [];
    for (const t of told.values())
        for (const m of t.messages) {
            const key = JSON.stringify(m);
            if (!seen.has(key)) all.push(m);
            seen.add(key);
        }
    const weight = {error: 0, warning: 1, note: 2};
    all.sort((x, y) => weight[x.severity] - weight[y.severity]);
    $("messages").replaceChildren(...all.map(message_item));
    $("messages-head").textContent = all.length === 0 ? "Nothing is wrong" : all.length === 1 ? "1 message" : all.length + " messages";
}

function say(words, broken) {
    $("status").textContent = words;
    $("status").classList.toggle("broken", broken === true);
}

// 2, 3, 4, 7: "2–4, 7"
function ranges(numbers) {
    const begins = numbers.filter(n => !numbers.includes(n - 1)), ends = numbers.filter(n => !numbers.includes(n + 1));
    return begins.map((n, i) => n === ends[i] ? n : n + "–" + ends[i]).join(", ");
}

function summary_of(e) {
    const fresh = e.fresh.length > 0 ? ", changed: " + ranges(e.fresh) : "";
    return (editions.size > 1 ? NAMES[e.lang] + " " : "") + e.pages.length + (e.pages.length === 1 ? " page" : " pages") + fresh;
}

function take_messages(news) {
    told.set(news.lang, news);
    show_messages();
    if (news.good && !editions.has(news.lang)) return;
    const e = editions.get(news.lang);
    if (!news.good)
        say(e ? "It cannot be made as it stands: these are the pages of before." : "It cannot be made as it stands.", true);
    else if ([...told.values()].every(t => t.good))
        say(["en", "cy"].filter(lang => editions.has(lang)).map(lang => summary_of(editions.get(lang))).join(" · "));
}

// ---- what is shown ----

function fill(select, rows, value) {
    select.replaceChildren(...rows.map(([v, words]) => make("option", {value: v}, words)));
    select.value = value;
}

function take_documents(d) {
    fill($("document"), d.documents.map(n => [n, n[0].toUpperCase() + n.slice(1)]), d.name);
}

function take_state(news) {
    state = news;
    const langs = news.translated ? [["all", "Side by side"], ["en", "English"], ["cy", "Welsh"]] : [["en", "English"]];
    $("report").textContent = news.report;
    document.title = news.report + " – gwasg watch";
    fill($("lang"), langs, news.translated ? news.lang : "en");
    $("stage").value = news.stage;
    for (const [lang, e] of editions)
        if (lang === "en" ? news.lang === "cy" : news.lang === "en" || (news.lang === "all" && !news.translated)) {
            e.root.remove();
            editions.delete(lang);
            told.delete(lang);
        }
    show_messages();
}

for (const id of ["lang", "stage", "document"])
    $(id).addEventListener("change", () => { say("Making it …"); ask("choose", {[id]: $(id).value}); });
$("choices").addEventListener("submit", event => event.preventDefault());
for (const [id, by] of [["smaller", 1 / 1.15], ["larger", 1.15]])
    $(id).addEventListener("click", () => {
        zoom = Math.min(3, Math.max(.3, zoom * by));
        for (const e of editions.values()) for (const p of e.pages) size_page(p.el, e.document);
    });

const events = new EventSource("events");
for (const [kind, take] of [["state", take_state], ["pages", take_pages], ["messages", take_messages]])
    events.addEventListener(kind, event => take(JSON.parse(event.data)));
events.addEventListener("error", () => say("gwasg watch does not answer: it has ended, or begins anew.", true));
