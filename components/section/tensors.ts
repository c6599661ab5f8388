import type { LiveTensor } from "../../src/kernel/protocol.ts";

const mebibytes = (bytes: number) =>
  bytes < 1024 ? `${bytes} B` : bytes < 2 ** 20 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** The live tensors of a section as a table: which listing holds what under which name; those without a name last. */
export function tensorTable(tensors: readonly LiveTensor[], numberOf: (id: string) => string, document: Document): HTMLElement {
  const cell = (tag: "th" | "td", text: string) => Object.assign(document.createElement(tag), { textContent: text });
  const row = (tag: "th" | "td", ...texts: string[]) => {
    const line = document.createElement("tr");
    line.append(...texts.map((text) => cell(tag, text)));
    return line;
  };
  const table = document.createElement("table");
  const total = tensors.reduce((sum, { bytes }) => sum + bytes, 0);
  const caption = document.createElement("caption");
  caption.textContent = tensors.length === 0 ? "内核里没有张量。" : `${tensors.length} 个张量，共 ${mebibytes(total)}`;
  table.append(caption);
  if (tensors.length === 0) return table;
  const sorted = [...tensors].sort((a, b) => Number(a.path === undefined) - Number(b.path === undefined));
  table.append(
    row("th", "名字", "形状", "类型", "大小", "清单"),
    ...sorted.map(({ listing, path, shape, dtype, bytes }) =>
      row("td", path ?? "（没有名字）", `[${shape.join(", ")}]`, dtype, mebibytes(bytes), numberOf(listing)),
    ),
  );
  return table;
}
