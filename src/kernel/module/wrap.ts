/** Program → module text. */
import type { Program } from "../../listing/types.ts";

export interface Wrapped {
  text: string;
  /** characters before the first character of the listing's first line; no other line or column is moved */
  prefix: number;
}

/**
 * A listing as the text of a module whose default export runs it and gives back what it declares:
 *
 *     export default async ({tf,w}) => {const b = w.add(1)
 *     return { get b() { return b } }}
 *     //# sourceURL=listing/step.ts
 *
 * The getters keep `let` live: a later listing sees what a function of this one wrote.
 */
export function wrap({ id, code, inputs, imports, declares }: Program): Wrapped {
  const given = [...imports.filter(({ typeOnly }) => !typeOnly).map(({ local }) => local), ...inputs];
  const head = `export default async ({${[...new Set(given)].join(",")}}) => {`;
  const tail = declares.map((name) => `get ${name}() { return ${name} }`).join(", ");
  return { text: `${head}${code}\nreturn { ${tail} }}\n//# sourceURL=${sourceName(id)}`, prefix: head.length };
}

/** The name a listing goes by in stacks and in the browser's developer tools. */
export function sourceName(id: string): string {
  return `listing/${id}.ts`;
}
