import { findUnbalanced, type Imbalance } from "./brackets.ts";

/** The likely cause of a syntax error; `explain` has a sentence for each. */
export type Cause =
  | "chinese-punctuation"
  | "python-def"
  | "python-block"
  | "python-elif"
  | "python-print"
  | "python-import"
  | "python-comment"
  | "python-lambda"
  | "python-comprehension"
  | "python-slice"
  | "python-matmul"
  | "python-f-string"
  | "python-triple-quote"
  | "python-ternary"
  | "python-word"
  | "import-quotes"
  | "for-commas"
  | "unclosed-string"
  | "unclosed-template"
  | "unclosed-comment"
  | Imbalance["cause"]
  | "missing-value"
  | "await-outside-async"
  | "yield-outside"
  | "return-outside"
  | "break-outside"
  | "bad-target"
  | "reserved-word"
  | "number-then-name"
  | "missing-separator"
  | "other";

export interface Diagnosis {
  cause: Cause;
  /** what the sentence quotes: `found`, `instead`, `open`, `openLine`, … */
  data: Record<string, string>;
}

/** Full-width signs that an input method leaves behind, and what was meant. */
const PUNCTUATION: Readonly<Record<string, string>> = {
  "，": ",",
  "、": ",",
  "。": ".",
  "；": ";",
  "：": ":",
  "？": "?",
  "！": "!",
  "（": "(",
  "）": ")",
  "【": "[",
  "】": "]",
  "｛": "{",
  "｝": "}",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "「": '"',
  "」": '"',
  "《": "<",
  "》": ">",
  "＝": "=",
  "＋": "+",
  "－": "-",
  "—": "-",
  "＊": "*",
  "×": "*",
  "／": "/",
  "÷": "/",
  "＜": "<",
  "＞": ">",
  "≤": "<=",
  "≥": ">=",
  "≠": "!==",
  "…": "...",
};

const WORDS: Readonly<Record<string, string>> = { and: "&&", or: "||", not: "!", is: "===" };

/** Habits of Python, by the line the parser stumbled on. */
const HABITS: readonly [pattern: RegExp, cause: Cause][] = [
  [/^\s*(async\s+)?def\s+\w+/, "python-def"],
  [/^\s*(\}\s*)?elif\b/, "python-elif"],
  [/^\s*(for\s+[\w\s,()]+\s+in\b.*|(if|while|with)\b[^{]*|(else|try|finally)\s*|(except|class)\b[^{]*):\s*(#.*)?$/, "python-block"],
  [/^\s*print\s+[^\s(=.]/, "python-print"],
  [/^\s*(from\s+[\w.]+\s+import\b|import\s+[\w.]+(\s+as\s+\w+)?\s*;?\s*$)/, "python-import"],
  [/(^|\s)#(?!\w+\s*[=;(])/, "python-comment"],
  [/\blambda\b[^:]*:/, "python-lambda"],
  [/\[[^\]]*\sfor\s+\w+(\s*,\s*\w+)*\s+in\s/, "python-comprehension"],
  [/[\w\])]\[[^\]?{]*:[^\]?{]*\]/, "python-slice"],
  [/[\w)\]]\s*@\s*[\w(]/, "python-matmul"],
  [/(^|[^\w"'])[fr]b?["']/, "python-f-string"],
  [/"""|'''/, "python-triple-quote"],
  [/[\w)\]"'](?<!else)\s+if\s[^(].*\selse\s/, "python-ternary"],
  [/\bfrom\s+@?[\w./-]+\s*;?\s*$/, "import-quotes"],
  [/\bfor\s*\(\s*(let|var|const)\s[^;]*,[^;]*,/, "for-commas"],
];

/** Babel's own reasons that say enough. */
const REASONS: Readonly<Record<string, Cause>> = {
  UnterminatedString: "unclosed-string",
  UnterminatedTemplate: "unclosed-template",
  UnterminatedComment: "unclosed-comment",
  DeclarationMissingInitializer: "missing-value",
  AwaitNotInAsyncContext: "await-outside-async",
  AwaitExpressionFormalParameter: "await-outside-async",
  IllegalReturn: "return-outside",
  IllegalBreakContinue: "break-outside",
  InvalidLhs: "bad-target",
  InvalidLhsBinding: "bad-target",
  InvalidLhsOptionalChaining: "bad-target",
  UnexpectedKeyword: "reserved-word",
  UnexpectedReservedWord: "reserved-word",
  NumberIdentifier: "number-then-name",
  MissingSemicolon: "missing-separator",
};

/** Words that are reserved, but right in functions of their kind. */
const MISPLACED: Readonly<Record<string, Cause>> = { await: "await-outside-async", yield: "yield-outside" };

/**
 * Why a text does not parse, guessed from where and how the parser stumbled.
 *
 * @param index where, in the text
 * @param reason Babel's `reasonCode`
 */
export function diagnose(text: string, index: number, reason: string): Diagnosis {
  const sign = signAt(text, index);
  if (sign) return { cause: "chinese-punctuation", data: { found: sign, instead: PUNCTUATION[sign] } };

  const line = lineAt(text, index);
  const found = tokenAt(text, index);
  for (const [pattern, cause] of HABITS) {
    const match = pattern.exec(line);
    if (match) return { cause, data: { found: match[0].trim() } };
  }
  const pythonWord = [found, /(\w+)\s*$/.exec(text.slice(0, index))?.[1] ?? ""].find((one) => Object.hasOwn(WORDS, one));
  if (pythonWord) return { cause: "python-word", data: { found: pythonWord, instead: WORDS[pythonWord] } };

  const misplaced = reason === "UnexpectedReservedWord" && Object.hasOwn(MISPLACED, found) ? MISPLACED[found] : undefined;
  const cause = misplaced ?? (Object.hasOwn(REASONS, reason) ? REASONS[reason] : "other");
  if (cause.startsWith("unclosed")) return { cause, data: {} };
  return findUnbalanced(text) ?? { cause, data: { found } };
}

/** The full-width sign at or right around a place: in code it is an unknown character, in `“…”` the parser stumbles just there. */
function signAt(text: string, index: number): string | undefined {
  return [text[index], text[index - 1]].find((one) => one !== undefined && Object.hasOwn(PUNCTUATION, one));
}

function lineAt(text: string, index: number): string {
  const end = text.indexOf("\n", index);
  return text.slice(text.lastIndexOf("\n", index - 1) + 1, end < 0 ? undefined : end);
}

/** The word, number or sign at a place or after the blanks there. Empty at the end of the text. */
function tokenAt(text: string, index: number): string {
  return /^\s*([\p{ID_Start}$_][\p{ID_Continue}$]*|\d[\d.]*|\S)/u.exec(text.slice(index))?.[1] ?? "";
}
