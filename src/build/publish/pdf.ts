/** `npm run pdf`: the whole book as one PDF with bookmarks, printed from the built site by an installed Chromium. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { loadBook } from "../book/book.ts";
import { browserPath } from "../browser.ts";
import { release } from "../release.ts";
import { assemble, type Part } from "./assemble.ts";
import { builtFolder, releaseFolder } from "./files.ts";

/** Nothing is served: requests to this name are answered from the built folder. */
const site = "http://book.invalid/";
const number = `<div style="width:100%;text-align:center;font-size:8px;color:#666"><span class="pageNumber"></span></div>`;

const dist = builtFolder();
const { version, commit, day } = release();
const sections = loadBook().sections.filter((section) => section.chapter !== "home" && section.chapter !== "about");
const parts: Part[] = [
  ...sections.map(({ path, front }) => ({ path: `${path}/`, title: [front.number, front.title].filter(Boolean).join(" ") })),
  { path: "library/", title: "库 d2l" },
  { path: "glossary/", title: "术语表" },
];
const edition = [`版本 ${version}`, commit, day].filter(Boolean).join(" · ");

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage({ colorScheme: "light" });
  await page.route("**/*", (route) => {
    const { pathname, href } = new URL(route.request().url());
    const path = join(dist, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    // without scripts: a book
    return href.startsWith(site) && !path.endsWith(".js") && existsSync(path) ? route.fulfill({ path }) : route.abort();
  });
  await page.goto(site);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(assemble, { title: "动手学线性神经网络", edition, parts });
  mkdirSync(releaseFolder, { recursive: true });
  const path = join(releaseFolder, `course-${version}.pdf`);
  await page.pdf({
    path,
    format: "A4",
    outline: true,
    tagged: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: "<span></span>",
    footerTemplate: number,
  });
  console.log(`${path}: ${(statSync(path).size / 2 ** 20).toFixed(1)} MiB`);
} finally {
  await browser.close();
}
