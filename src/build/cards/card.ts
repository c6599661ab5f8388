import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Book } from "../book/types.ts";

/** The picture that chats and search engines show of a page: which page, and what is drawn. */
export interface Card {
  /** `public/cards/<name>.png`: the last folder of the page's address, or `course` for the pages that have none of their own */
  name: string;
  number?: string;
  title: string;
  text: string;
}

/** What those who show cards want. */
export const size = { width: 1200, height: 630 };
const site = "动手学线性神经网络";

/** The cards of a book: one a numbered section, and one for the rest. */
export function cardsOf(book: Book): Card[] {
  const sections = book.sections.filter(({ front }) => front.number !== undefined);
  return [
    { name: "course", title: site, text: "一本可以运行的书：从一条直线走到图像分类，每段程序就在浏览器里运行。" },
    ...sections.map(({ path, slug, front }) => ({
      name: basename(path),
      ...(slug !== "index" && { number: front.number! }),
      title: slug === "index" ? "开始之前" : front.title,
      text: front.description,
    })),
  ];
}

/** Changes with anything that is drawn: `npm run cards` writes it down, and a test asks whether it still holds. */
export function keyOf(card: Card): string {
  return createHash("sha256").update(markup(card)).digest("hex").slice(0, 12);
}

/** Points and the line through them, on the card's right half. */
const points = [
  [640, 505],
  [700, 520],
  [752, 432],
  [815, 470],
  [868, 372],
  [925, 405],
  [985, 292],
  [1040, 330],
  [1096, 226],
];
const line = (x: number) => 545 - (x - 600) * 0.62;

/** The card as a page of 1200 × 630 px; colours are the site's by day. */
export function markup({ number, title, text }: Card): string {
  const residuals = points.map(([x, y]) => `M${x} ${y}V${line(x!).toFixed(1)}`).join("");
  const dots = points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="8"/>`).join("");
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
    body { position: relative; width: ${size.width}px; height: ${size.height}px; margin: 0; box-sizing: border-box; padding: 76px 84px; background: #fbf9f3; color: #22201c; font-family: "PingFang SC", "Noto Sans CJK SC", sans-serif; }
    svg { position: absolute; inset: 0; }
    h1, .site { font-family: "Songti SC", "Noto Serif CJK SC", serif; font-weight: 600; }
    h1 { margin: 0; font-size: ${[...title].length > 11 ? 72 : 84}px; line-height: 1.25; text-wrap: balance; }
    h1 span { margin-right: 0.3em; color: #6a655b; font-weight: 400; }
    p { position: relative; margin: 28px 0 0; width: 15.5em; font-size: 32px; line-height: 1.6; color: #6a655b; }
    .site { position: absolute; left: 84px; bottom: 64px; margin: 0; width: auto; color: #22201c; }
  </style><body>
    <svg viewBox="0 0 ${size.width} ${size.height}">
      <path d="${residuals}" stroke="#b5331c" stroke-width="4"/>
      <path d="M608 ${line(608)}L1150 ${line(1150)}" stroke="#23508c" stroke-width="6" stroke-linecap="round"/>
      <g fill="#5d636c">${dots}</g>
    </svg>
    <h1>${number ? `<span>${number}</span>` : ""}${title}</h1><p>${text}</p>${title === site ? "" : `<p class="site">${site}</p>`}
  </body></html>`;
}
