import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { tensorTable } from "../../../components/section/tensors.ts";
import type { LiveTensor } from "../../../src/kernel/protocol.ts";

const { document } = parseHTML("<html></html>");
const rows = (...tensors: LiveTensor[]) =>
  [...tensorTable(tensors, (id) => `3.2-${id.length}`, document as unknown as Document).querySelectorAll("caption, tr")].map((row) =>
    [...(row.children.length > 0 ? row.children : [row])].map(({ textContent }) => textContent).join(" | "),
  );
const nameless: LiveTensor = { listing: "init", shape: [2], dtype: "float32", bytes: 8 };

test("the live tensors of a section are listed by name, those without one last, those alike in one row", () => {
  const w: LiveTensor = { listing: "init", path: "w", shape: [2, 1], dtype: "float32", bytes: 8 };
  const other = { ...nameless, dtype: "int32" as const };
  expect(rows(nameless, w, other, ...Array<LiveTensor>(999).fill(nameless))).toEqual([
    "1002 个张量，共 7.8 KiB",
    "名字 | 形状 | 类型 | 大小 | 清单",
    "w | [2, 1] | float32 | 8 B | 3.2-4",
    "（没有名字） × 1000 | [2] | float32 | 7.8 KiB | 3.2-4",
    "（没有名字） | [2] | int32 | 8 B | 3.2-4",
  ]);
});

test("where there are none, it says so", () => {
  expect(rows()).toEqual(["内核里没有张量。"]);
});
