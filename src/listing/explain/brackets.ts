/** Why brackets do not come in pairs, and what a sentence about it quotes. */
export interface Imbalance {
  cause: "unclosed-bracket" | "extra-bracket" | "wrong-bracket";
  data: Record<string, string>;
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

interface Bracket {
  sign: string;
  line: number;
  column: number;
}

/** The first bracket without its partner, in text that need not parse. Strings, templates, comments and regular expressions are passed over. */
export function findUnbalanced(text: string): Imbalance | undefined {
  const open: Bracket[] = [];
  for (const bracket of bracketsOf(text)) {
    const { sign, line } = bracket;
    if (sign in CLOSING) {
      open.push(bracket);
      continue;
    }
    const last = open.pop();
    if (!last) return { cause: "extra-bracket", data: { found: sign, ...placeOf(bracket) } };
    if (CLOSING[last.sign] !== sign)
      return {
        cause: "wrong-bracket",
        data: { open: last.sign, close: CLOSING[last.sign], found: sign, foundLine: String(line), ...placeOf(last) },
      };
  }
  const last = open.pop();
  return last && { cause: "unclosed-bracket", data: { open: last.sign, close: CLOSING[last.sign], ...placeOf(last) } };
}

function placeOf({ line, column }: Bracket): { line: string; column: string } {
  return { line: String(line), column: String(column) };
}

/** What may stand before a `/` that begins a regular expression. */
const BEFORE_REGEX = /(^|[=(,:[!&|?{};+\-*%<>~^]|\breturn|\btypeof)\s*$/;
const SKIPPED = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?/y;
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/\w*/y;

function* bracketsOf(text: string): Generator<Bracket> {
  /** depth of braces at which each open template goes on */
  const templates: number[] = [];
  let depth = 0;
  let [line, lineStart] = [1, 0];
  let inTemplate = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === "\n") [line, lineStart] = [line + 1, i + 1];
    if (inTemplate) {
      if (sign === "\\") i++;
      else if (sign === "`") inTemplate = false;
      else if (sign === "$" && text[i + 1] === "{") {
        templates.push(depth);
        inTemplate = false;
        i++;
      }
      continue;
    }
    const skipped =
      match(SKIPPED, text, i) ?? (sign === "/" && BEFORE_REGEX.test(text.slice(lineStart, i)) ? match(REGEX, text, i) : undefined);
    if (skipped) {
      const breaks = skipped.split("\n");
      if (breaks.length > 1) [line, lineStart] = [line + breaks.length - 1, i + skipped.length - breaks[breaks.length - 1].length];
      i += skipped.length - 1;
    } else if (sign === "`") inTemplate = true;
    else if (sign === "}" && templates[templates.length - 1] === depth) {
      templates.pop();
      inTemplate = true;
    } else if ("()[]{}".includes(sign)) {
      depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
      yield { sign, line, column: i - lineStart + 1 };
    }
  }
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
