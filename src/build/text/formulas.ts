import katex, { type KatexOptions, type StrictFunction } from "katex";

/** The quantities that keep one colour in formula, listing and figure alike. */
const quantities = ["data", "param", "err", "grad", "prob"];

const strict: StrictFunction = (code) => (code === "htmlExtension" ? "ignore" : "error");

/**
 * How KaTeX is called everywhere: MathML beside HTML, `\data{}` … `\prob{}` put a class `q-data` … on what they hold.
 * Of the commands that need trust only `\htmlClass` is allowed. Anything questionable is an error.
 */
export function katexOptions(): KatexOptions {
  return {
    output: "htmlAndMathml",
    throwOnError: true,
    strict,
    trust: ({ command }) => command === "\\htmlClass",
    macros: Object.fromEntries(quantities.map((name) => [`\\${name}`, `\\htmlClass{q-${name}}{#1}`])),
  };
}

/** A display formula's label, and the formula without it. */
export function splitLabel(tex: string): { tex: string; label?: string } {
  const label = /\\label\{([^}]*)\}/.exec(tex)?.[1];
  return label === undefined ? { tex } : { tex: tex.replace(/\s*\\label\{[^}]*\}/, ""), label };
}

/** What is wrong with a formula, in KaTeX's words; `undefined` when it is set without complaint. */
export function formulaError(tex: string, displayMode: boolean): string | undefined {
  try {
    katex.renderToString(tex, { ...katexOptions(), displayMode });
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^KaTeX parse error: /, "");
  }
}
