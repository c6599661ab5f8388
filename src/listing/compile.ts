import { analyse } from "./source/analyse.ts";
import { erase } from "./source/erase.ts";
import { findImports } from "./source/imports.ts";
import { parse, parseScript } from "./source/parse.ts";
import { findTails } from "./source/tails.ts";
import type { Compiled } from "./types.ts";

/**
 * What one source text means on its own: the code to run and the names it declares and uses.
 * Throws a ListingError (syntax, a name declared twice, syntax that cannot be erased, module syntax without a use).
 */
export function compile(source: string): Compiled {
  const file = parse(source);
  const imports = findImports(file);
  const code = erase(file, source);
  const script = parseScript(code);
  return { code, ...analyse(file, script, imports), tails: findTails(script) };
}
