/** What happens to words while typing: lost, swapped, misspelt, taken from another language. */
import type { Chance } from "../chance.ts";
import { add, change, type Kind } from "../kind.ts";

const TOKEN = /[A-Za-z_$][\w$]*|\d[\d.e_]*|"[^"\n]*"|`[^`]*`|\/\/.*|\/\*[^]*?\*\/|=>|[^\s\w]/g;
const NAME = /(?<![\w$"'`])[A-Za-z_$][\w$]*/g;

/** Replaces one match of a pattern, chosen by chance; the text itself where there is none. */
export function replaceOne(source: string, pattern: RegExp, chance: Chance, by: (found: string) => string): string {
  const matches = [...source.matchAll(pattern)];
  if (matches.length === 0) return source;
  const { 0: found, index } = chance.pick(matches);
  return source.slice(0, index) + by(found) + source.slice(index + found.length);
}

/** Two matches change places. */
function swapTwo(source: string, pattern: RegExp, chance: Chance): string {
  const matches = [...source.matchAll(pattern)];
  if (matches.length < 2) return source;
  const [a, b] = [chance.pick(matches), chance.pick(matches)].sort((one, other) => one.index - other.index);
  if (a === b) return source;
  const between = source.slice(a.index + a[0].length, b.index);
  return source.slice(0, a.index) + b[0] + between + a[0] + source.slice(b.index + b[0].length);
}

function editLines(source: string, chance: Chance, edit: (lines: string[], at: number) => void): string {
  const lines = source.split("\n");
  edit(lines, chance.below(lines.length));
  return lines.join("\n");
}

const chinese: Record<string, string> = { "(": "（", ")": "）", ",": "，", ";": "；", ":": "：", '"': "“", "[": "【", "=": "＝" };
const habits = [
  ["\\.add\\(", " + ("],
  ["\\.sub\\(", " - ("],
  ["\\.mul\\(", " * ("],
  ["\\.shape\\b", ".size()"],
  ["\\.matMul\\b", ".matmul"],
  ["\\bconst ", ""],
  ["\\bconsole\\.log\\b", "print"],
  ["\\bfunction\\*? ", "def "],
  ["\\btrue\\b", "True"],
  ["\\.slice\\(([^)]*)\\)", "[$1]"],
  ["\\.square\\(\\)", " ** 2"],
  ["\\bnew ", ""],
  ["=> ", ": "],
  ["\\bof\\b", "in"],
] as const;

export const clumsy: Kind[] = [
  change("delete-token", (source, chance) => replaceOne(source, TOKEN, chance, () => "")),
  change("delete-three-tokens", (source, chance) => [1, 2, 3].reduce((text) => replaceOne(text, TOKEN, chance, () => ""), source)),
  change("double-token", (source, chance) => replaceOne(source, TOKEN, chance, (found) => `${found} ${found}`)),
  change("swap-tokens", (source, chance) => swapTwo(source, TOKEN, chance)),
  change("swap-names", (source, chance) => swapTwo(source, NAME, chance)),
  change("misspell-name", (source, chance) =>
    replaceOne(source, NAME, chance, (name) => {
      const at = chance.below(name.length);
      return name.slice(0, at) + chance.pick(["", "x", name[at].toUpperCase(), name[at] + name[at]]) + name.slice(at + 1);
    }),
  ),
  change("delete-line", (source, chance) => editLines(source, chance, (lines, at) => void lines.splice(at, 1))),
  change("double-line", (source, chance) => editLines(source, chance, (lines, at) => void lines.splice(at, 0, lines[at]))),
  change("swap-lines", (source, chance) =>
    editLines(source, chance, (lines, at) => void lines.splice(at, 0, ...lines.splice(chance.below(lines.length), 1))),
  ),
  change("cut-short", (source, chance) => source.slice(0, chance.below(source.length))),
  change("cut-the-head", (source, chance) => source.slice(chance.below(source.length))),
  change("chinese-punctuation", (source, chance) => replaceOne(source, /[(),;:"[=]/g, chance, (sign) => chinese[sign])),
  change("delete-await", (source) => source.replaceAll(/\bawait /g, "")),
  change("delete-return", (source) => source.replaceAll(/\breturn /g, "")),
  change("delete-star-or-yield", (source) => (/\byield /.test(source) ? source.replace(/\byield /, "") : source.replace("*", ""))),
  change("python-habit", (source, chance) => {
    const [from, to] = chance.pick(habits);
    return source.replace(new RegExp(from), to);
  }),
  change("let-a-brace-go", (source, chance) => replaceOne(source, /[{}()[\]]/g, chance, () => "")),
  change("nothing-left", (_, chance) =>
    chance.pick(["", " ", "\n\n", ";", "//", "/*", "{", "`", '"', "\u0000", "\ufeff", "export {};", "#!x", "<p>"]),
  ),
  change("declare-again", (source, chance) => {
    const name = chance.pick([...source.matchAll(NAME), ["x"]])[0];
    return `${source}\n${chance.pick(["const", "let", "var", "function", "class"])} ${name}${chance.pick(["", " = 1", "() {}", " {}"])};`;
  }),
  change(
    "assign-instead",
    (source, chance) =>
      `${source}\n${chance.pick(["features", "w", "tf", "net", "undefined", "display", "X"])} = ${chance.pick(["1", "null", "tf.ones([2])"])};`,
  ),
  add("other-typescript", [
    "enum Colour { Red }",
    "namespace N { export const a = 1 }",
    "declare const nothing: number; console.log(nothing);",
    "class A { constructor(private x: number) {} }",
    "import x from 'nowhere'; console.log(x);",
    "import { nothing } from 'd2l'; console.log(nothing);",
    "import * as d2lAll from 'd2l'; console.log(d2lAll);",
    "export default 1;",
    "export * from 'd2l';",
    "await using a = null;",
    "label: for (;;) { break label; }",
    "@decorated class B {}",
    "with (Math) { console.log(PI) }",
    "return 1;",
    "yield 1;",
    "debugger;",
    "arguments[0] = 1; console.log(arguments.length, this);",
    "console.log(new.target, import.meta);",
    "console.log(0777);",
    "const { a: { b } } = {}; console.log(b);",
  ]),
];
