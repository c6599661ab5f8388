/** Habits that go wrong without a word: nothing threw, and yet what the listing leaves is not what was meant. */
import type { Program } from "../../../listing/types.ts";
import type { Explanation } from "../../protocol.ts";
import { findIndexedTensor } from "./indexing.ts";
import { links } from "../links.ts";

type Values = Readonly<Record<string, unknown>>;

/** The first doubt about a run that ended well. */
export function findDoubt(program: Program, given: Values, declared: Values): Explanation | undefined {
  return findIndexedTensor(program, { ...given, ...declared }) ?? findPromise(program, declared) ?? findTextOrder(program, declared);
}

/** A name that stands for a promise: `await` was forgotten. */
function findPromise({ id, declares }: Program, declared: Values): Explanation | undefined {
  const name = declares.find((one) => declared[one] instanceof Promise);
  if (name === undefined) return undefined;
  return {
    kind: "missing-await",
    title: `\`${name}\` 还是 Promise，不是里面的数据`,
    hint: `异步函数的结果要等：\`const ${name} = await …\`。`,
    link: links.values,
    listing: id,
    original: `${name} is a Promise`,
  };
}

/** Numbers in the order of their digits: `[10, 9, 1].sort()` is [1, 10, 9]. */
function findTextOrder({ id, code, declares }: Program, declared: Values): Explanation | undefined {
  if (!/\.(?:sort|toSorted)\(\s*\)/.test(code)) return undefined;
  const name = declares.find((one) => isOrderedAsText(declared[one]));
  if (name === undefined) return undefined;
  return {
    kind: "text-order",
    title: `\`${name}\` 里的数是按文字排的，10 排在 9 前面`,
    hint: "`sort()` 把数当文字比。按大小排写 `sort((a, b) => a - b)`，从大到小写 `sort((a, b) => b - a)`。",
    link: links.code,
    listing: id,
    original: `${name}: ${String(declared[name]).slice(0, 200)}`,
  };
}

function isOrderedAsText(value: unknown): boolean {
  if (!Array.isArray(value) || !value.every((one) => typeof one === "number")) return false;
  const inOrder = (follows: (a: number, b: number) => boolean) => value.every((one, i) => i === 0 || follows(value[i - 1] as number, one));
  return inOrder((a, b) => String(a) <= String(b)) && !inOrder((a, b) => a <= b);
}
