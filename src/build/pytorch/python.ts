/** As much of Python as the PyTorch tabs need: what a text defines at its top level, and which names it mentions. */

/** An import, a function or a class at the top level of a text. */
export interface Definition {
  isImport: boolean;
  /** what it binds */
  names: string[];
  code: string;
}

const definition = /^(?:@.*\n)*(?:(import|from)\b|(?:async +)?(?:def|class) +([\p{L}_][\p{L}\p{N}_]*)).*(?:\n+[ \t)\]}].*)*/gmu;
const textOrComment = /(?<prefix>\b[bfru]{1,2})?(?:"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|#.*/gi;

/** The imports, functions and classes of a text, in order. */
export function definitionsIn(code: string): Definition[] {
  return [...code.matchAll(definition)].map(([text, keyword, name]) => ({
    isImport: keyword !== undefined,
    names: keyword === undefined ? [name!] : importedBy(text),
    code: text,
  }));
}

/** `import a.b as c, d.e` binds `c` and `d`; `from a import (b as c, d)` binds `c` and `d`. */
function importedBy(statement: string): string[] {
  const list = withoutTexts(statement).replace(/^(?:from\s+\S+\s+)?import\b|[()\\]/g, "");
  return list.split(",").flatMap((part) => {
    const [name, local] = part.trim().split(/\s+as\s+/);
    return name ? [local ?? name.split(".")[0]!] : [];
  });
}

/** What a text binds at its top level: definitions and assigned names. */
export function boundIn(code: string): string[] {
  const assigned = [...withoutTexts(code).matchAll(/^([^\s=()[\]{}.:][^=()[\]{}.:\n]*)=(?!=)/gm)];
  return [...definitionsIn(code).flatMap(({ names }) => names), ...assigned.flatMap(([, targets]) => identifiersIn(targets!))];
}

/** The names a text mentions, its local ones among them; attributes and the names of keyword arguments are not. */
export function mentionedIn(code: string): Set<string> {
  const keyword = /([(,]\s*)[\p{L}_][\p{L}\p{N}_]*\s*=(?!=)/gu;
  return new Set(identifiersIn(withoutTexts(code).replace(keyword, "$1")));
}

function identifiersIn(code: string): string[] {
  return code.match(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}

/** Without comments and strings; of an f-string what stands in braces stays. */
function withoutTexts(code: string): string {
  return code.replace(textOrComment, (text: string, prefix: string | undefined) =>
    /f/i.test(prefix ?? "") ? `(${(text.match(/\{[^{}]*\}/g) ?? []).join(", ")})` : '""',
  );
}
