/** A name and what follows it without a blank: `w`, `w.shape`, `rows[i]`, `f(x).y`; brackets within brackets are given up. */
const CHAIN = /[\p{L}_$][\p{L}\p{N}_$]*(?:\??\.[\p{L}\p{N}_$]+|\[[^[\]()]{1,30}\]|\([^()]{0,40}\))*$/u;

/**
 * What was asked for a property at a place of a listing: `w.shape` for the `[0]` of `w.shape[0]`.
 *
 * @param column 1-based, where the property stands as the engine tells it; undefined comes back when it does not stand there
 */
export function ownerAt(line: string, column: number, property: string | undefined): string | undefined {
  const rest = line.slice(Math.max(0, column - 1));
  if (property === undefined || !(rest.startsWith(property) || rest.startsWith("[") || rest.startsWith("."))) return undefined;
  return CHAIN.exec(line.slice(0, column - 1).replace(/\??\.$/, ""))?.[0];
}
