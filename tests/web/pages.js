// pages.js -- web pages as a browser and those who cannot see them have them: axe's rules of
// WCAG 2.2 AA and of good practice, light and dark, narrow and wide; nothing that scrolls
// sideways but what may; every stop of the Tab key seen; no chart cut in print.
// Usage: NODE_PATH=DIR/node_modules CHROMIUM=PATH node pages.js PAGE...
"use strict";
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = [["light", 320], ["light", 1280], ["dark", 320], ["dark", 1280]];
let faults = 0;

function fault(page, words) {
    faults++;
    console.log(`${page}: ${words}`);
}

async function view(page, scheme, width) {
    await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}]);
    await page.setViewport({width, height: 900});
}

async function check_rules(page, name, look) {
    const found = await page.evaluate(
        rules => axe.run(document, {runOnly: {type: "tag", values: rules}}), RULES);
    for (const v of found.violations)
        for (const n of v.nodes.slice(0, 4))
            fault(name, `${look}: ${v.id}: ${n.target.join(" ")}: ${n.failureSummary.split("\n")[1].trim()}`);
}

// Words that reach beyond the screen outside of what scrolls by itself.
async function check_width(page, name, look) {
    const over = await page.evaluate(() => {
        const wide = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= wide) return [];
        return [...document.querySelectorAll("body *")]
            .filter(e => e.getBoundingClientRect().right > wide + 1 && !e.closest(".scroll,.heard,.defs"))
            .slice(0, 3)
            .map(e => `${e.tagName}.${e.getAttribute("class")} ${e.textContent.trim().slice(0, 40)}`);
    });
    for (const e of over) fault(name, `${look}: wider than the screen: ${e}`);
}

// In a list of links each is known by its words: two that say the same lead to the same.
async function check_links(page, name) {
    const twice = await page.evaluate(() => {
        const to = new Map(), found = [];
        for (const e of document.querySelectorAll(".other a,.bar-top a")) {
            const words = e.textContent.trim(), href = e.getAttribute("href");
            if (to.has(words) && to.get(words) !== href) found.push(words);
            to.set(words, href);
        }
        return found;
    });
    for (const words of twice.slice(0, 3)) fault(name, `two links are called "${words}"`);
    const headless = await page.evaluate(() =>
        [...document.querySelectorAll("details table")].filter(t => t.querySelectorAll("thead th[scope=col]").length !== 2).length);
    if (headless > 0) fault(name, `${headless} tables of charts have no heads`);
}

// Every link and region is a stop, in the order of the text, and not hidden when it is one.
async function check_keyboard(page, name) {
    const want = await page.evaluate(() => [...document.querySelectorAll("a[href],summary,[tabindex='0']")]
        .filter(e => !e.closest("details:not([open]) > :not(summary)")).length);
    let stops = 0;
    await page.evaluate(() => { window.scrollTo(0, 0); document.activeElement.blur(); });
    for (; stops <= want + 1; stops++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
            const e = document.activeElement;
            if (e === document.body) return null;
            const r = e.getBoundingClientRect();
            return {seen: r.width > 0 && r.height > 0 && r.right > 0, words: e.textContent.slice(0, 40)};
        });
        if (at === null) break;
        if (!at.seen) fault(name, `the Tab key stops at something that is not seen: ${at.words}`);
    }
    if (stops !== want) fault(name, `the Tab key stops ${stops} times, of ${want}`);
}

// Where the reader's own colours are forced a browser lays a plate of the ground under words:
// words in the colour of the ground are not seen on it, unless they keep to their own.
async function check_forced(page, name) {
    const client = await page.createCDPSession();
    const features = value => client.send("Emulation.setEmulatedMedia", {features: [{name: "forced-colors", value}]});
    await features("active");
    const lost = await page.evaluate(() => {
        const ground = getComputedStyle(document.body).backgroundColor;
        return [...document.querySelectorAll("body *")].filter(e => {
            const look = getComputedStyle(e);
            return !e.closest("svg") && look.color === ground && look.forcedColorAdjust !== "none" &&
                [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim() !== "");
        }).map(e => `${e.parentElement.className} ${e.textContent.trim().slice(0, 40)}`);
    });
    for (const words of lost.slice(0, 3)) fault(name, `not seen where colours are forced: ${words}`);
    await features("");
}

async function check_page(browser, file) {
    const name = path.basename(file), url = "file://" + path.resolve(file);
    const plain = await browser.newPage(); // with the page's own policy
    plain.on("console", m => fault(name, `the browser says: ${m.text()}`));
    plain.on("request", r => { if (!r.url().startsWith("data:") && r.url() !== url) fault(name, `it asks for ${r.url()}`); });
    await plain.setViewport({width: 1280, height: 900});
    await plain.goto(url);
    const family = await plain.evaluate(() => getComputedStyle(document.body).fontFamily);
    if (!family.includes("Carlito")) fault(name, "its stylesheet is not used: " + family);
    await check_keyboard(plain, name);
    await check_links(plain, name);
    await check_forced(plain, name);
    await plain.close();
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    await page.goto(url);
    await page.evaluate(axe);
    for (const [scheme, width] of LOOKS) {
        await view(page, scheme, width);
        await check_rules(page, name, `${scheme} ${width}`);
        await check_width(page, name, `${scheme} ${width}`);
    }
    await page.close();
}

(async () => {
    const browser = await puppeteer.launch(
        {executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"]});
    for (const file of process.argv.slice(2)) await check_page(browser, file);
    await browser.close();
    console.log(`${process.argv.length - 2} pages, ${faults} faults`);
    process.exit(faults > 0 ? 1 : 0);
})().catch(e => { console.log(e.message); process.exit(2); });
