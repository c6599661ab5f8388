/** A grid of images. */
import type { ImageOutput } from "../../src/kernel/protocol.ts";
import { element } from "./support/element.ts";
import { fromBase64, pngUrl } from "./support/png.ts";

/** narrowest cell, in CSS pixels: a title needs room */
const CELL = 44;
const GAP = 8;

export function renderImages(document: Document, { columns, scale, images }: ImageOutput): HTMLElement {
  const cells = images.map(({ width, height, channels, data, title }, i) => {
    const size = `${height} × ${width} 像素的${channels === 1 ? "灰度" : "彩色"}图像`;
    const picture = element(document, "img", {
      class: "out-pixels",
      width: width * scale,
      height: height * scale,
      alt: title ? `${size}：${title}` : `第 ${i + 1} 张，${size}`,
      src: pngUrl({ width, height, channels, bytes: fromBase64(data) }),
    });
    const caption = title === undefined ? undefined : element(document, "figcaption", {}, title);
    return element(document, "figure", { style: `width: ${Math.max(CELL, width * scale)}px` }, picture, caption);
  });
  const widest = Math.max(CELL, ...images.map(({ width }) => width * scale));
  const room = columns * (widest + GAP) - GAP;
  return element(document, "div", { class: "out-images", style: `max-width: ${room}px` }, ...cells);
}
