/** A value as a reader sees it: short ones on the line, long ones to unfold. */
import type { TensorValue, Value } from "../../src/kernel/protocol.ts";
import { element } from "./support/element.ts";

/** characters an object may take on the line */
const INLINE = 76;

/** A value; strings stand bare at the top and quoted inside others. */
export function renderValue(document: Document, value: Value, top = true): Node {
  switch (value.type) {
    case "string":
      return document.createTextNode(top ? value.text : JSON.stringify(value.text));
    case "tensor":
      return renderTensorInline(document, value.tensor);
    case "object":
      return renderObject(document, value);
    case "plain": {
      const bad = value.kind === "number" && /^(?:NaN|-?Infinity)$/.test(value.text);
      return element(document, "span", { class: bad ? "out-bad" : "out-plain", "data-kind": value.kind }, value.text);
    }
    default:
      return element(document, "span", { class: `out-${value.type}` }, value.text);
  }
}

function renderObject(document: Document, value: Extract<Value, { type: "object" }>): Node {
  const short = inlineText(value);
  if (short.length <= INLINE && value.omitted === 0) return element(document, "span", { class: "out-object" }, short);
  const preview = short.length <= INLINE ? short : `${short.slice(0, INLINE - 1)}…`;
  const details = element(document, "details", { class: "out-object" }, element(document, "summary", {}, preview));
  const unfold = () => details.appendChild(renderEntries(document, value));
  // In a page, where a listing may show a hundred thousand values, entries are made when somebody looks; a record has them all.
  if (document === globalThis.document) details.addEventListener("toggle", unfold, { once: true });
  else unfold();
  return details;
}

function renderEntries(document: Document, { entries, omitted }: Extract<Value, { type: "object" }>): Node {
  const items = entries.map(({ key, value }, i) =>
    element(document, "li", {}, element(document, "span", { class: "out-key" }, `${key ?? i}: `), renderValue(document, value, false)),
  );
  const more = omitted > 0 ? element(document, "li", { class: "out-quiet" }, `……另有 ${omitted} 项`) : undefined;
  return element(document, "ul", {}, ...items, more);
}

/** A value on one line, as a console prints it. */
export function inlineText(value: Value, top = false): string {
  switch (value.type) {
    case "string":
      return top ? value.text : JSON.stringify(value.text);
    case "tensor":
      return tensorLabel(value.tensor);
    case "object": {
      const list = value.entries.every(({ key }) => key === undefined) && value.name !== "{…}";
      const entries = value.entries.map(({ key, value: child }) => (key === undefined ? "" : `${key}: `) + inlineText(child));
      if (value.omitted > 0) entries.push("…");
      const name = value.name === "{…}" || value.name.startsWith("Array(") ? "" : `${value.name} `;
      if (entries.length === 0 && name) return /\(0\)/.test(name) ? `${name}[]` : `${name}{}`;
      return list ? `${name}[${entries.join(", ")}]` : `${name}{${entries.join(", ")}}`;
    }
    default:
      return value.text;
  }
}

/** `Tensor [3, 2] float32` */
export function tensorLabel({ shape, dtype, name }: TensorValue): string {
  return `${name === undefined ? "Tensor" : `Variable ${name}`.trim()} [${shape.join(", ")}] ${dtype}`;
}

function renderTensorInline(document: Document, tensor: TensorValue): Node {
  const label = element(document, "span", { class: "out-meta" }, tensorLabel(tensor));
  if (tensor.disposed)
    return element(document, "span", { class: "out-tensor" }, label, " ", element(document, "span", { class: "out-bad" }, "已释放"));
  const long = tensor.text.includes("\n");
  const text = element(document, "span", { class: long ? "out-block" : "out-numbers" }, tensor.text);
  return element(
    document,
    "span",
    { class: "out-tensor" },
    ...(long ? [label, notFinite(document, tensor), text] : [text, " ", label, notFinite(document, tensor)]),
  );
}

/** The word that an entry is NaN or infinite, or nothing. */
export function notFinite(document: Document, { notFinite: count }: TensorValue): Node | undefined {
  return count > 0 ? element(document, "strong", { class: "out-bad" }, ` 有 ${count} 个 NaN 或 Infinity`) : undefined;
}
