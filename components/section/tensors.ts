import type { LiveTensor } from "../../src/kernel/protocol.ts";

const mebibytes = (bytes: number) =>
  bytes < 1024 ? `${bytes} B` : bytes < 2 ** 20 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const bytesOf = (tensors: readonly LiveTensor[]) => tensors.reduce((sum, { bytes }) => sum + bytes, 0);

/** The live tensors of a section as a table: which listing holds what under which name; those without a name last, those alike in one row. */
export function tensorTable(tensors: readonly LiveTensor[], numberOf: (id: string) => string, document: Document): HTMLElement {
  const cell = (tag: "th" | "td", text: string) => Object.assign(document.createElement(tag), { textContent: text });
  const row = (tag: "th" | "td", ...texts: string[]) => {
    const line = document.createElement("tr");
    line.append(...texts.map((text) => cell(tag, text)));
    return line;
  };
  const table = document.createElement("table");
  const caption = document.createElement("caption");
  caption.textContent = tensors.length === 0 ? "内核里没有张量。" : `${tensors.length} 个张量，共 ${mebibytes(bytesOf(tensors))}`;
  table.append(caption);
  if (tensors.length === 0) return table;
  const alike = new Map<string, LiveTensor[]>();
  for (const tensor of [...tensors].sort((a, b) => Number(a.path === undefined) - Number(b.path === undefined))) {
    const { listing, path, shape, dtype } = tensor;
    const kind = JSON.stringify([listing, path ?? null, shape, dtype]);
    if (!alike.has(kind)) alike.set(kind, []);
    alike.get(kind)!.push(tensor);
  }
  table.append(row("th", "名字", "形状", "类型", "大小", "清单"));
  for (const all of alike.values()) {
    const { listing, path = "（没有名字）", shape, dtype } = all[0]!;
    const times = all.length > 1 ? ` × ${all.length}` : "";
    table.append(row("td", path + times, `[${shape.join(", ")}]`, dtype, mebibytes(bytesOf(all)), numberOf(listing)));
  }
  return table;
}
