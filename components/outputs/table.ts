/** A table; it scrolls in place. */
import type { TableOutput, Value } from "../../src/kernel/protocol.ts";
import { element } from "./support/element.ts";
import { renderValue } from "./value.ts";

export function renderTable(document: Document, { columns, rows, omitted }: TableOutput): HTMLElement {
  const named = columns[0] === "";
  const head = element(
    document,
    "tr",
    {},
    ...columns.map((name) => element(document, name ? "th" : "td", { scope: name ? "col" : undefined }, name)),
  );
  const body = rows.map((row) => element(document, "tr", {}, ...row.map((value, i) => cell(document, value, named && i === 0))));
  const table = element(document, "table", {}, element(document, "thead", {}, head), element(document, "tbody", {}, ...body));
  const more = omitted > 0 ? element(document, "p", { class: "out-quiet" }, `……另有 ${omitted} 行`) : undefined;
  return element(document, "div", { class: "out-table", tabindex: 0, role: "group", "aria-label": "表格" }, table, more);
}

function cell(document: Document, value: Value, head: boolean): HTMLElement {
  const number = value.type === "plain" && value.kind === "number" ? value : undefined;
  const text = number && short(number.text);
  return element(
    document,
    head ? "th" : "td",
    { scope: head ? "row" : undefined, "data-number": number !== undefined, title: text === number?.text ? undefined : number?.text },
    renderValue(document, number && text ? { ...number, text } : value),
  );
}

/** A fraction in at most six significant digits, as in tensors: columns of sixteen push each other off the page. */
function short(number: string): string {
  return number.includes(".") ? String(Number(Number(number).toPrecision(6))) : number;
}
