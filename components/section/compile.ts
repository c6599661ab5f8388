import { compile } from "../../src/listing/compile.ts";
import { ListingError } from "../../src/listing/error.ts";
import { explain, type Explained } from "../../src/listing/explain.ts";
import { checkSection, type Importable } from "../../src/listing/section.ts";
import type { Compiled } from "../../src/listing/types.ts";
import type { Fault, Texts } from "./texts.ts";

/** What the modules export, the kernel tells when a listing runs. */
const importable: Importable = { "@tensorflow/tfjs": "any", "@observablehq/plot": "any", d2l: "any", datasets: "any" };

/** Faults that matter to the library the build tangles, not to a reader's run. */
const libraryOnly = new Set(["private-export", "export-reassigned"]);

/** Compiles a reader's text of a listing; what is wrong with it, alone or in its section, is told in Chinese. Loaded with the first edit. */
export function compileText(id: string, source: string, texts: Texts): Compiled | Fault {
  try {
    const compiled = compile(source);
    const globals = new Set([...Object.getOwnPropertyNames(globalThis), "arguments", "display"]);
    globals.delete("print"); // the page can print itself on paper; a reader who writes this means Python's
    const fault = checkSection(texts.around(id, compiled), importable, globals).find((one) => one.id === id && !libraryOnly.has(one.code));
    return fault ? say(explain(fault), fault.message) : compiled;
  } catch (error) {
    if (error instanceof ListingError) return say(explain(error), error.message);
    throw error;
  }
}

function say({ hint, ...explained }: Explained, original: string): Fault {
  return { error: { ...explained, ...(hint !== "" && { hint }), original } };
}
