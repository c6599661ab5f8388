/** A choice, a number, an order → the verdict. */
import type { ChoiceCheck, NumberCheck, OrderCheck } from "../check.ts";
import { error, fail, pass, type Verdict } from "./verdict.ts";

export type EntryCheck = ChoiceCheck | NumberCheck | OrderCheck;

/** @param entry ids separated by spaces, or what was typed */
export function judgeEntry(check: EntryCheck, entry: string): Verdict {
  if (entry.trim() === "") return error("blank", check.kind === "choice" ? "还没有选。" : "还没有填。");
  switch (check.kind) {
    case "choice":
      return judgeChoice(check, entry.split(" "));
    case "order":
      return judgeOrder(check, entry.split(" "));
    case "number": {
      const got = readNumber(withoutUnit(entry.trim(), check.unit));
      if (got === undefined) return error("unreadable", "看不懂这个数。写成 0.5、5e-5、5×10^-5 或 1/3 这样。");
      if (Math.abs(got - check.right) <= check.tolerance) return pass(check.passed);
      const mistake = check.misconceptions.find(({ when }) => when(got));
      return mistake ? fail(mistake.name, mistake.says) : fail("value", "这个数不对。再看一眼提示。");
    }
  }
}

function judgeChoice({ right, several, says, passed }: ChoiceCheck, chosen: string[]): Verdict {
  const wrong = chosen.find((id) => !right.includes(id));
  if (wrong !== undefined) return fail(wrong, says[wrong] ?? "这一项不对。");
  const missing = right.find((id) => !chosen.includes(id));
  if (several && missing !== undefined) return fail(`without-${missing}`, says[missing] ?? "选了的都对，但还没有选全。");
  return pass(passed);
}

function judgeOrder({ right, misconceptions, passed }: OrderCheck, order: string[]): Verdict {
  const agreeing = right.map((one) => one.findIndex((id, i) => id !== order[i]));
  if (agreeing.includes(-1)) return pass(passed);
  const mistake = misconceptions.find(({ first, then }) => order.indexOf(first) > order.indexOf(then));
  if (mistake) return fail(mistake.name, mistake.says);
  const good = Math.max(...agreeing);
  return fail(
    "order",
    good === 0 ? "第 1 步就不对：它用到了还没有得到的东西。" : `前 ${good} 步对；第 ${good + 1} 步用到了还没有得到的东西。`,
  );
}

/** The unit stands behind the field; some write it into it. */
function withoutUnit(entry: string, unit = ""): string {
  return entry.endsWith(unit) ? entry.slice(0, entry.length - unit.length) : entry;
}

/** Reads `0.5`, `－5e-5`, `5×10^-5`, `5·10⁻⁵`, `1/3`, `12 000`, `1,234`. */
export function readNumber(text: string): number | undefined {
  const plain = halfWidth(text)
    .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) => `^${[...power].map((c) => ("⁰¹²³⁴⁵⁶⁷⁸⁹".includes(c) ? "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c) : "-")).join("")}`)
    .replace(/\s|(?<=\d),(?=\d{3}(?!\d))/g, "")
    .replace(/[×x*·]10\^\(?([+-]?\d+)\)?$/i, "e$1");
  const [, top, bottom] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:\/(\d+\.?\d*))?$/i.exec(plain) ?? [];
  return top === undefined ? undefined : Number(top) / Number(bottom ?? 1);
}

function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[、]/g, ",")
    .replace(/−/g, "-")
    .replace(/。/g, ".");
}
