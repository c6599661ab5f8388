/** How far a piece of work has come. */
import type { ProgressOutput } from "../../src/kernel/protocol.ts";
import { element } from "./support/element.ts";

export function renderProgress(document: Document, { label, done, total, unit, rate, ended }: ProgressOutput): HTMLElement {
  const show = (value: number) => (unit === "bytes" ? `${(value / 1e6).toFixed(1)} MB` : short(value));
  const facts = [total === undefined ? show(done) : `${show(done)} / ${show(total)}`];
  if (rate !== undefined && !ended) facts.push(`每秒 ${show(rate)}`);
  if (ended) facts.push(total === undefined || done >= total ? "完成" : "结束");
  const bar = element(document, "progress", {
    max: total ?? 1,
    value: total === undefined ? (ended ? 1 : undefined) : Math.min(done, total),
    "aria-label": label,
  });
  return element(
    document,
    "div",
    { class: "out-progress", "data-ended": ended },
    element(document, "span", {}, label),
    bar,
    element(document, "span", { class: "out-meta" }, facts.join(" · ")),
  );
}

function short(value: number): string {
  return String(Number(value.toPrecision(value >= 1000 ? Math.ceil(Math.log10(value + 1)) : 3)));
}
