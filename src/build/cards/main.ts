/** `npm run cards`: draws the cards of the pages into `public/cards/`, with an installed Chromium, and notes what they were drawn from. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { loadBook } from "../book/book.ts";
import { browserPath } from "../browser.ts";
import { cardsOf, keyOf, markup, size } from "./card.ts";

const folder = "public/cards";
const cards = cardsOf(loadBook());
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage({ viewport: size });
  for (const card of cards) {
    await page.setContent(markup(card));
    await page.screenshot({ path: `${folder}/${card.name}.png` });
  }
} finally {
  await browser.close();
}
const keys = Object.fromEntries(cards.map((card) => [card.name, keyOf(card)]));
writeFileSync("src/build/cards/drawn.json", `${JSON.stringify(keys, null, 2)}\n`);
console.log(`${folder}: ${cards.length} cards`);
