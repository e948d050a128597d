// A report on the letters of the fixtures and of this folder, and a browser to open it with.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..", "..");

// Without these, Chromium asks servers of its own for updates.
const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Writes the report as a page and as JSON, which the page is compared with. */
export function makeReport() {
  const folder = mkdtempSync(join(tmpdir(), "imr-lint-report-"));
  const [html, json] = ["report.html", "report.json"].map((name) => join(folder, name));
  const binary = process.env.IMR_LINT ?? join(root, "target", "release", "imr-lint");
  const letters = [join("fixtures", "letters", "findings"), join("tests", "browser", "letters")];
  const given = ["--no-config", "--waivers", join(here, "waivers.yaml"), "--today", "2026-11-28"];
  try {
    execFileSync(binary, ["check", ...letters, ...given, "-o", html, "-o", json], { cwd: root, stdio: "pipe" });
  } catch (error) {
    // 1 are findings, 2 is the letter that cannot be read; both are wanted here.
    if (![1, 2].includes(error.status)) throw error;
  }
  return {
    url: `file://${html}`,
    json: JSON.parse(readFileSync(json, "utf8")),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: QUIET });
}

/** Opens the report, and keeps what it complains of, what it asks the network for, and whether a letter ran a script. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const seen = { complaints: [], requests: [], hacked: [] };
  if (options.javaScriptEnabled !== false) {
    await page.exposeFunction("hacked", (number) => { seen.hacked.push(number); });
  }
  page.on("console", (message) => seen.complaints.push(message.text()));
  page.on("pageerror", (error) => seen.complaints.push(error.message));
  page.on("dialog", (dialog) => { seen.hacked.push(dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => seen.requests.push(request.url()));
  await page.goto(url);
  return { page, seen, close: () => context.close() };
}
