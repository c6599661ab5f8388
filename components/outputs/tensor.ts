/** A tensor: what it is, its statistics, its numbers, its heat map. */
import type { TensorValue } from "../../src/kernel/protocol.ts";
import { element } from "./support/element.ts";
import { palette } from "./support/palette.ts";
import { fromBase64, pngUrl } from "./support/png.ts";
import { notFinite, tensorLabel } from "./value.ts";

export function renderTensor(document: Document, tensor: TensorValue): HTMLElement {
  const facts = element(document, "p", { class: "out-meta" }, tensorLabel(tensor));
  if (tensor.disposed) {
    facts.appendChild(element(document, "strong", { class: "out-bad" }, " 已释放，数据不在了"));
    return element(document, "div", {}, facts);
  }
  const { min, mean, max } = tensor;
  if (min !== undefined && mean !== undefined && max !== undefined && min !== max) {
    facts.appendChild(document.createTextNode(` · 最小 ${digits(min)} · 均值 ${digits(mean)} · 最大 ${digits(max)}`));
  }
  const bad = notFinite(document, tensor);
  if (bad) facts.appendChild(bad);
  const reach = scrolls(tensor.text) ? { tabindex: 0, role: "group", "aria-label": "张量的数值" } : {};
  const numbers = element(document, "pre", { class: "out-numbers", ...reach }, tensor.text);
  return element(document, "div", {}, numbers, facts, renderHeat(document, tensor));
}

/** Whether the numbers may need scrolling, on a phone at least, and so must be reachable with the keyboard. */
function scrolls(text: string): boolean {
  const lines = text.split("\n");
  return lines.length > 24 || lines.some((line) => line.length > 36);
}

function digits(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** Only where there is a plane to see, or a long row: not for the two columns of a thousand samples. */
function renderHeat(document: Document, { heat, min = 0, max = 0, shape }: TensorValue): Node | undefined {
  if (!heat || min === max) return undefined;
  const { rows, columns } = heat;
  if (rows === 1 ? columns < 8 : columns < 2 || rows > 12 * columns) return undefined;
  const scale = Math.max(2, Math.min(16, Math.floor(320 / Math.max(rows, columns))));
  const picture = element(document, "img", {
    class: "out-pixels",
    width: columns * scale,
    height: rows * scale,
    alt: `热图：${min < 0 ? "负值偏蓝，正值偏红，零为白" : "数值越大颜色越深"}`,
    src: pngUrl({ width: columns, height: rows, channels: 1, bytes: fromBase64(heat.data), palette: palette(min, max) }),
  });
  const part = shape.length > 2 ? "（第一个矩阵）" : "";
  return element(document, "details", {}, element(document, "summary", {}, `热图${part}`), picture);
}
