// watch.js -- the page of `gwasg watch` in a browser: what a save changes, where the reader
// stays, messages and their blocks, clicks, keys, both languages, axe's rules, narrow and wide.
// Usage: NODE_PATH=DIR/node_modules CHROMIUM=PATH node watch.js GWASG REPORT [SAVES [WORDS]]
// REPORT is changed.  With SAVES nothing is tested: so many saves of its WORDS are timed.
"use strict";
const fs = require("fs");
const {spawn} = require("child_process");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const [gwasg, report, saves, words = "They just ring you again"] = process.argv.slice(2);
const yaml = report + "/inspection.yaml";
let faults = 0, program, browser;

function fault(words) {
    faults++;
    console.log(words);
}

const pause = ms => new Promise(done => setTimeout(done, ms));

async function until(page, what, ...values) {
    await page.waitForFunction(what, {timeout: 40000, polling: 20}, ...values)
        .catch(() => fault("it never came: " + what + " " + values));
}

function start(...options) {
    program = spawn(gwasg, ["watch", ...options, report]);
    return new Promise(done => program.stdout.once("data", d => done(String(d).split("\n")[0])));
}

async function open(address, width) {
    const page = await browser.newPage();
    page.on("pageerror", e => fault("its script: " + e.message));
    page.on("console", m => fault("the browser says: " + m.text()));
    page.on("request", r => { if (!r.url().startsWith(address)) fault("it asks for " + r.url()); });
    await page.setViewport({width, height: 900});
    await page.goto(address);
    const editions = saves ? 1 : 2;
    await until(page, n => [...document.querySelectorAll(".edition")].filter(e => e.querySelectorAll(".block").length > 100).length === n &&
        /pages/.test(document.getElementById("status").textContent), editions);
    return page;
}

// The editions come one after the other, in either order, and what has no Welsh yet stands in both.
const shows = (words, lang) => [...document.querySelectorAll(`.edition[lang=${lang}] .block`)].some(b => b.getAttribute("aria-label").includes(words));
const marks = lang => [...document.querySelectorAll(`.edition[lang=${lang}] .fresh`)].map(b => b.getAttribute("aria-label"));

function change(from, to) {
    fs.writeFileSync(yaml, fs.readFileSync(yaml, "utf8").replace(from, to));
}

// As when news were lost and the page asks anew: all is told whole.
const tell_again = () => new Promise(done => {
    const again = new EventSource("events");
    again.addEventListener("pages", event => {
        const news = JSON.parse(event.data);
        if (news.lang !== "en") return;
        take_pages(news);
        again.close();
        done();
    });
});

// Another word of the same page draws it again: what was marked before stays so for its time.
async function check_marks_stay(page, begun) {
    change("by: Young man, aged 17", "by: A young man, aged 17");
    await until(page, shows, "A young man, aged 17", "en");
    for (const how of ["a second save", "all told again"]) {
        if (how === "all told again") await page.evaluate(tell_again);
        const marked = await page.evaluate(marks, "en");
        if (Date.now() - begun < 3500 && marked.length !== 2) fault(`${how} leaves these marks: ${marked}`);
    }
}

async function check_saving(page) {
    const top = await page.evaluate(() => {
        const e = document.querySelector(".edition[lang=en]");
        e.scrollTop = 4000;
        return e.scrollTop;
    });
    const begun = Date.now();
    change("They just ring you again", "They just ring you once more");
    for (const lang of ["en", "cy"]) {
        await until(page, shows, "ring you once more", lang);
        const marked = await page.evaluate(marks, lang);
        if (marked.length !== 1 || !marked[0].includes("ring you once more")) fault(`what changed is not marked, ${lang}: ${marked}`);
    }
    if (await page.evaluate(() => document.querySelector(".edition[lang=en]").scrollTop) !== top) fault("the reader was moved");
    await check_marks_stay(page, begun);
    await until(page, () => document.querySelectorAll(".fresh").length === 0);
}

// Six cases fewer change cells to what others say already.
async function check_cells(page) {
    const csv = report + "/answers.csv", whole = fs.readFileSync(csv, "utf8"), rows = whole.split("\n").map(row => row.split(","));
    const level = rows[0].indexOf("rosh-level-correct");
    for (const row of rows.filter(row => row[level] === "yes").slice(0, 6)) row[level] = "no";
    fs.writeFileSync(csv, rows.map(row => row.join(",")).join("\n"));
    await until(page, shows, "was correct in 34 of the 45 cases", "en");
    const marked = await page.evaluate(marks, "en");
    for (const [cell, count] of [["34", 1], ["79%", 2], ["45", 0]])
        if (marked.filter(m => m === cell).length !== count) fault(`of cells that say ${cell} now not ${count} are marked: ${marked}`);
    fs.writeFileSync(csv, whole);
    await until(page, shows, "was correct in 40 of the 45 cases", "en");
    await until(page, () => document.querySelectorAll(".fresh").length === 0);
}

// The same block at the same height in both, though one is longer.
async function check_side_by_side(page) {
    await page.evaluate(() => { [...document.querySelectorAll(".edition[lang=en] .block")].find(b => b.getAttribute("aria-label").startsWith("Chart 5")).scrollIntoView(); });
    await pause(500);
    const [en, cy] = await page.evaluate(() => {
        const top = (lang, words) => [...document.querySelectorAll(`.edition[lang=${lang}] .block`)]
            .find(b => b.getAttribute("aria-label").startsWith(words)).getBoundingClientRect().top;
        return [top("en", "Chart 5"), top("cy", "Siart 5")];
    });
    if (Math.abs(en - cy) > 2) fault(`side by side a block stands at ${en} and ${cy}`);
}

async function check_breaking(page) {
    const whole = fs.readFileSync(yaml, "utf8");
    const count = () => page.evaluate(() => document.querySelectorAll(".page").length);
    const pages = await count();
    fs.writeFileSync(yaml, whole + "oops: [\n");
    await until(page, () => document.querySelector("#messages .error"));
    if (await count() !== pages) fault("a broken report loses its pages");
    if (!await page.evaluate(() => document.getElementById("status").classList.contains("broken"))) fault("nothing says that it is broken");
    fs.writeFileSync(yaml, whole);
    await until(page, () => !document.querySelector("#messages .error"));
}

async function check_message(page) {
    change("They don't shout.", "They don't shout. There were 99 of them.");
    await until(page, () => [...document.querySelectorAll("#messages button")].some(b => b.textContent.includes("99")));
    await page.evaluate(() => [...document.querySelectorAll("#messages button")].find(b => b.textContent.includes("99")).click());
    const marked = await page.evaluate(() => document.querySelector(".block.chosen")?.getAttribute("aria-label"));
    if (!marked || !marked.includes("99")) fault("a message marks " + marked);
    change(" There were 99 of them.", "");
    await until(page, () => ![...document.querySelectorAll("#messages button")].some(b => b.textContent.includes("99")));
}

async function check_click(page) {
    const asked = page.waitForRequest(r => r.method() === "POST" && r.url().includes("/open?"), {timeout: 10000});
    await page.evaluate(() => {
        const b = [...document.querySelectorAll(".edition[lang=en] .block")].find(e => e.getAttribute("aria-label").includes("ring you once more"));
        b.scrollIntoView({block: "center"});
        b.id = "target";
    });
    await pause(300);
    await page.click("#target");
    const url = new URL((await asked.catch(() => ({url: () => "http://none/"}))).url());
    if (url.searchParams.get("file") !== yaml || url.searchParams.get("line") !== "73") fault("a click opens " + url.search);
    const said = await page.evaluate(() => document.getElementById("block-info").textContent);
    if (!said.includes(yaml + ":73:")) fault("a click says " + said);
    if (!await page.evaluate(() => document.querySelector(".edition[lang=cy] .block.chosen")?.getAttribute("aria-label").includes("once more"))) fault("the block of the other language is not marked");
}

async function check_figures(page) {
    await page.mouse.move(1, 1); // no block is under it when they move
    await page.evaluate(() => {
        const b = [...document.querySelectorAll(".edition[lang=en] .block")].find(e => e.getAttribute("aria-label").includes("The first screening for risk"));
        b.scrollIntoView({block: "center"});
        b.focus();
    });
    const said = () => page.evaluate(() => document.getElementById("block-info").textContent);
    const first = await said();
    if (!/44 of 45/.test(first)) fault("focus says no figures: " + first);
    await page.keyboard.press("ArrowDown");
    await until(page, was => document.getElementById("block-info").textContent !== was, first);
    if (!await page.evaluate(() => document.activeElement.classList.contains("block"))) fault("an arrow key leaves the blocks");
}

// As many pages as that of each edition, all of them drawn, and none of it marked: another document
// is no change.
async function check_choices(page) {
    const drawn = (langs, least, most) => {
        const all = [...document.querySelectorAll(".edition")], pages = e => e.querySelectorAll(".page").length;
        return all.map(e => e.lang).join() === langs && !document.querySelector(".fresh") &&
            all.every(e => pages(e) >= least && pages(e) <= most && e.querySelectorAll(".page > svg").length === pages(e) && e.querySelector(".block"));
    };
    for (const [choice, value, ...wanted] of [["lang", "cy", "cy", 20, 99], ["document", "press", "cy", 1, 4], ["document", "report", "cy", 20, 99],
                                              ["lang", "all", "en,cy", 20, 99], ["lang", "en", "en", 20, 99], ["lang", "all", "en,cy", 20, 99]]) {
        await page.select("#" + choice, value);
        await until(page, drawn, ...wanted);
    }
}

async function check_looks(address) {
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    await page.goto(address);
    await until(page, () => document.querySelectorAll(".block").length > 100);
    await page.evaluate(axe);
    for (const [scheme, width] of [["light", 320], ["dark", 768], ["light", 1920]]) {
        await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}]);
        await page.setViewport({width, height: 900});
        await pause(200);
        const found = await page.evaluate(rules => axe.run(document, {runOnly: {type: "tag", values: rules}}), RULES);
        for (const v of found.violations)
            for (const n of v.nodes.slice(0, 3)) fault(`${scheme} ${width}: ${v.id}: ${n.target.join(" ")}: ${n.failureSummary.split("\n")[1].trim()}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (over > 0) fault(`${scheme} ${width}: ${over} wider than the screen`);
    }
    await page.close();
}

// From the save to the screen, by the page's own clock, which is this one's.
async function time_saves(page, count) {
    const took = [];
    let was = words;
    for (let i = 0; i < count; i++) {
        const now = `${words} ${"now ".repeat(i % 4)}${i}`;
        const text = fs.readFileSync(yaml, "utf8").replace(was, now);
        was = now;
        const begun = Date.now();
        fs.writeFileSync(yaml, text);
        await until(page, shows, now, "en");
        await pause(200);
        took.push(await page.evaluate(() => +document.documentElement.dataset.pages) - begun);
    }
    took.sort((x, y) => x - y);
    console.log(`from a save to its page on the screen: median ${took[took.length >> 1]} ms, ` +
                `least ${took[0]}, most ${took[took.length - 1]} of ${took.length}`);
}

(async () => {
    const address = await start(...(saves ? ["--lang", "en"] : ["--editor", "true {file} {line}"]));
    browser = await puppeteer.launch(
        {executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"]});
    const page = await open(address, 1400);
    if (saves) {
        await pause(2000);
        await time_saves(page, +saves);
    } else {
        for (const check of [check_saving, check_cells, check_side_by_side, check_breaking, check_message, check_click, check_figures, check_choices]) await check(page);
        await check_looks(address);
        console.log(`${faults} faults`);
    }
    await browser.close();
    program.kill();
    process.exit(faults > 0 ? 1 : 0);
})().catch(e => { console.log(e.stack); if (program) program.kill(); process.exit(2); });
