// The HTML report, used as a person would use it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { makeReport, openBrowser, openPage } from "./report.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let report;
let browser;
before(async () => {
  report = makeReport();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  report?.remove();
});

/** Opens the report for one test. */
const opened = (name, act, options) => test(name, async () => {
  const { page, seen, close } = await openPage(browser, report.url, options);
  try {
    await act(page, seen);
  } finally {
    await close();
  }
});

const number = async (page, selector) => Number.parseInt(await page.textContent(selector), 10);
const shownRows = (page) => page.locator("#table tbody tr:visible").count();
const reported = () => report.json.letters.flatMap((letter) => letter.findings);

opened("it shows the numbers of the JSON report, asks for nothing and complains of nothing", async (page, seen) => {
  const { summary } = report.json;
  assert.equal(await number(page, "#count-errors"), summary.errors);
  assert.equal(await number(page, "#count-warnings"), summary.warnings);
  assert.equal(await number(page, "#count-notes"), summary.notes);
  const tile = (title) => page.locator(".tiles > div", { has: page.locator("dt", { hasText: title }) }).locator("dd");
  assert.equal(await tile("Letters").textContent(), String(summary.letters));
  assert.equal(await tile("Disputed items").textContent(), String(summary.items));
  assert.equal(await tile("Not read").textContent(), String(summary.unread));
  assert.match(await tile("Not reported").textContent(), new RegExp(`${summary.waived} waived, ${summary.known} known`));
  assert.match(await page.textContent(".alarm"), /1 of \d+ letters could not be read/);
  assert.match(await page.textContent("#waivers"), /waiver/);

  const decided = report.json.letters.flatMap((letter) => letter.items).map((item) => item.decision);
  const overturned = decided.filter((decision) => decision === "overturned").length;
  assert.match(await tile("Overturned").textContent(), new RegExp(`${overturned} of ${decided.filter(Boolean).length}`));

  assert.deepEqual(seen.requests, [report.url]);
  assert.deepEqual(seen.complaints, []);
  const entries = await page.evaluate(() => performance.getEntriesByType("resource").length);
  assert.equal(entries, 0);
});

opened("the filters reduce the rows and say how many are left", async (page) => {
  const all = await shownRows(page);
  const count = page.locator("#count");
  assert.equal(await count.getAttribute("aria-live"), "polite");
  const unread = report.json.letters.filter((letter) => letter.problems.length).length;
  assert.equal(all, reported().length + unread);

  await page.selectOption("#rule", "decision/no-conclusion");
  const ofRule = reported().filter((finding) => finding.rule === "decision/no-conclusion").length;
  await count.filter({ hasText: `${ofRule} of` }).waitFor();
  assert.equal(await shownRows(page), ofRule);

  await page.click("text=Show all again");
  await count.filter({ hasText: `${all} of` }).waitFor();
  await page.uncheck("[name=kind][value=error]");
  const milder = reported().filter((finding) => finding.severity !== "error").length;
  await count.filter({ hasText: `${milder + unread} of` }).waitFor();

  await page.check("[name=kind][value=clear]");
  await count.filter({ hasText: "items without one" }).waitFor();
  assert.ok(await shownRows(page) > milder + unread);

  await page.click("text=Show all again");
  await page.fill("#search", "dose");
  await page.check("[name=kind][value=unreported]");
  await page.locator("#table tr.muted:visible").waitFor();

  await page.click("text=Show all again");
  await page.click('#overview a[data-rule="item/arithmetic"]');
  const arithmetic = reported().filter((finding) => finding.rule === "item/arithmetic").length;
  await count.filter({ hasText: `${arithmetic} of` }).waitFor();
});

opened("columns sort", async (page) => {
  const severities = async () => (await page.locator("#table tbody tr:visible td:first-child").allTextContents()).map((text) => text.trim());
  await page.click("#table thead button >> nth=0");
  const sorted = await severities();
  assert.equal(await page.locator("#table th").first().getAttribute("aria-sort"), "ascending");
  assert.equal(sorted[0], "error");
  assert.deepEqual(sorted, sorted.toSorted((one, other) => rank(one) - rank(other)));
});
const rank = (severity) => ["error", "warning", "note", "not read"].indexOf(severity);

opened("a row leads to the highlighted words", async (page) => {
  const link = page.locator("#table a.to", { hasText: "in words is stated" }).last();
  const id = (await link.getAttribute("href")).slice(1);
  await link.click();
  const words = page.locator(`[id="${id}"]`);
  assert.equal(await page.evaluate(() => document.activeElement.id), id);
  assert.ok(await words.isVisible());
  const { y } = await words.boundingBox();
  assert.ok(y > 50 && y < 880, `words at ${y}`);
  assert.ok(await page.locator("mark.lit").count() > 0);
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".card")));
});

opened("keys lead to the next and the previous finding", async (page) => {
  assert.ok(await page.locator("#next kbd").isVisible(), "the keys can be seen");
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("n");
  const first = await focused();
  assert.match(first, /^w/);
  assert.match(await page.textContent("#status"), /^Finding 1 of \d+/);
  await page.keyboard.press("n");
  assert.notEqual(await focused(), first);
  await page.keyboard.press("p");
  assert.equal(await focused(), first);
  await page.keyboard.press("p");
  assert.match(await page.textContent("#status"), /first finding/);
  await page.keyboard.press("/");
  assert.equal(await focused(), "search");
  await page.keyboard.type("n");
  assert.equal(await page.inputValue("#search"), "n", "in a field, letters are letters");
  await page.locator("#search").blur();
  await page.keyboard.press("?");
  await page.uncheck("#keys-on");
  await page.keyboard.press("n");
  assert.equal(await focused(), "keys-on", "keys can be switched off");
});

opened("a skip link comes first, and nothing needs a mouse", async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => location.hash), "#findings");
});

opened("a hostile letter stays text", async (page, seen) => {
  const letter = page.locator(".letter", { has: page.locator("h3", { hasText: "hostile.txt" }) });
  const text = await letter.locator(".sheet").textContent();
  for (const words of [
    "<script>hacked(3)</script>", "<img src=x onerror=hacked(4)>", "]]> -->", "onfocus=hacked(5)", "{{ 7 * 191 }}",
    "{% raw %}", "&lt;i&gt;", '<a href="javascript:hacked(6)">', "<svg onload=hacked(7)>", "six (8</script>",
  ]) {
    assert.ok(text.includes(words), words);
  }
  assert.ok(!text.includes("1337"), "templates of letters are text");
  assert.ok(!/[\u202a-\u202e\u2066-\u2069\u001b]/.test(await page.content()), "no control characters");
  assert.equal(await page.locator("img, main b, a[href^=javascript], svg[onload]").count(), 0);
  assert.equal(await page.locator("script").count(), 1);
  await letter.hover();
  assert.deepEqual(seen.hacked, []);
});

opened("a script that is not the page's own does not run", async (page, seen) => {
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "hacked('inline')";
    document.body.append(script);
    const picture = document.createElement("img");
    picture.src = "http://127.0.0.1:9/a.png";
    document.body.append(picture);
  });
  await page.waitForTimeout(100);
  assert.deepEqual(seen.hacked, []);
  assert.ok(seen.complaints.some((text) => text.includes("Content Security Policy")), "the policy is in force");
});

for (const colorScheme of ["light", "dark"]) {
  opened(`axe finds nothing to complain of, ${colorScheme}`, async (page) => {
    await page.evaluate(() => document.querySelectorAll(".margin details").forEach((fold, at) => { fold.open = at < 5; }));
    await page.keyboard.press("n");
    // Run by the debugger, which the page's policy does not bind.
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    const told = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map((node) => node.html).join("\n  ")}`);
    assert.deepEqual(told, []);
  }, { colorScheme });
}

opened("the theme can be changed, and is not kept", async (page) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.click("#theme");
  assert.notEqual(await background(), light);
  assert.equal(await page.textContent("#theme"), "Light");
  await page.reload();
  assert.equal(await background(), light);
}, { colorScheme: "light" });

for (const [width, zoom] of [[640, "1280 px at 200 %"], [390, "a telephone"], [320, "1280 px at 400 %"]]) {
  opened(`it fits ${zoom}`, async (page) => {
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(widest <= width, `${widest} px of ${width}`);
    const card = await page.locator(".card").first().boundingBox();
    const words = await page.locator(".stretch .first").first().boundingBox();
    assert.ok(card.y >= words.y + words.height, "findings stand below their words");
  }, { viewport: { width, height: 800 } });
}

opened("on paper, everything but the tools is there", async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.ok(!await page.locator(".filters").isVisible());
  assert.ok(!await page.locator(".top").isVisible());
  assert.ok(await page.locator(".card").first().isVisible());
  assert.ok(await page.locator("mark").first().isVisible());
});

opened("without a script, all of it can be read", async (page, seen) => {
  assert.ok(!await page.locator("#filters").isVisible());
  const rows = report.json.letters.flatMap((letter) => letter.items).length;
  assert.ok(await page.locator("#table tbody tr").count() > rows);
  assert.equal(await page.locator("#table tbody tr:not(:visible)").count(), 0);
  await page.locator("#table a.to").first().click();
  assert.match(page.url(), /#w/);
  assert.deepEqual(seen.requests, [report.url]);
}, { javaScriptEnabled: false });
