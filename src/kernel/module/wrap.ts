/** Program → module text. */
import type { Program } from "../../listing/types.ts";

export interface Wrapped {
  text: string;
  /** characters before the first character of the listing's first line; besides these, only what follows a handed-on call is moved */
  prefix: number;
}

/**
 * A listing as the text of a module whose default export runs it and gives back what it declares:
 *
 *     export default async ({tf,w}) => {const b = w.add(1)
 *     return { __proto__: null, get b() { return b } }}
 *     //# sourceURL=listing/step.ts
 *
 * The getters keep `let` live: a later listing sees what a function of this one wrote. What is given back inherits
 * nothing: with a `then` on `Object.prototype` the run would never end.
 */
export function wrap({ id, code, tails, inputs, imports, declares }: Program): Wrapped {
  const given = [...imports.filter(({ typeOnly }) => !typeOnly).map(({ local }) => local), ...inputs];
  const head = `export default async ({${[...new Set(given)].join(",")}}) => {`;
  const getters = declares.map((name) => `get ${name}() { return ${name} }`);
  return {
    text: `${head}${keepFrames(code, tails)}\nreturn { ${["__proto__: null", ...getters].join(", ")} }}\n//# sourceURL=${sourceName(id)}`,
    prefix: head.length,
  };
}

/**
 * Takes calls that are handed on out of a list, `return[f(x)][0]`: they are the function's last act no more, and in WebKit, too, it keeps
 * its frame, and with it its place in stacks.
 */
function keepFrames(code: string, tails: readonly number[] = []): string {
  const text = code.split("");
  for (let i = 0; i < tails.length; i += 2) {
    const [start, end] = [tails[i]!, tails[i + 1]!];
    if (text[start - 1] === " ") text[start - 1] = "[";
    else text[start] = `[${text[start]}`;
    text[end - 1] += "][0]";
  }
  return text.join("");
}

/** The name a listing goes by in stacks and in the browser's developer tools. */
export function sourceName(id: string): string {
  return `listing/${id}.ts`;
}
