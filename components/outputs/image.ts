/** A grid of images. */
import type { ImageOutput } from "../../src/kernel/protocol.ts";
import { element } from "./support/element.ts";
import { palette } from "./support/palette.ts";
import { fromBase64, pngUrl } from "./support/png.ts";

/** narrowest cell, in CSS pixels: a title needs room */
const CELL = 44;
/** widest cell that a title makes: a longer one is broken */
const TITLED = 66;
const GAP = 8;

export function renderImages(document: Document, { columns, scale, images }: ImageOutput): HTMLElement {
  // one width for all, so that the columns of a grid stand below each other
  const cell = Math.max(CELL, ...images.map(({ width, title }) => Math.max(width * scale, Math.min(TITLED, titleWidth(title)))));
  const cells = images.map(({ width, height, channels, diverging, data, title }, i) => {
    const size = `${height} × ${width} 像素的${diverging ? "红蓝" : channels === 1 ? "灰度" : "彩色"}图像`;
    const picture = element(document, "img", {
      class: "out-pixels",
      width: width * scale,
      height: height * scale,
      alt: title ? `${size}：${title}` : `第 ${i + 1} 张，${size}`,
      src: pngUrl({ width, height, channels, bytes: fromBase64(data), ...(diverging && { palette: palette(-1, 1) }) }),
    });
    const caption = title === undefined ? undefined : element(document, "figcaption", {}, title);
    return element(document, "figure", { style: `width: ${cell}px` }, picture, caption);
  });
  const room = columns * (cell + GAP) - GAP;
  return element(document, "div", { class: "out-images", style: `max-width: ${room}px` }, ...cells);
}

/** How wide a title will be, in CSS pixels, about: its type is 12 high, and Latin takes half of that. */
function titleWidth(title = ""): number {
  const lines = title.split("\n").map((line) => [...line].reduce((sum, letter) => sum + (letter > "\u2e80" ? 12 : 6.2), 0));
  return Math.max(...lines);
}
