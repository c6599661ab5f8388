import type { Compiled } from "./types.ts";

/** The names of an edited text whose declarations are not, word for word, those of the book's text. */
export function rewritten(book: Compiled, edited: Compiled): string[] {
  const before = pieces(book);
  return [...pieces(edited)].flatMap(([name, text]) => (before.get(name) === text ? [] : [name]));
}

/** By declared name, the lines from its declaration to the next one. */
function pieces({ code, declares }: Compiled): Map<string, string> {
  const lines = code.split("\n");
  const starts = [...new Set(declares.map(({ line }) => line))].sort((a, b) => a - b);
  return new Map(
    declares.map(({ name, line }) => {
      const end = starts[starts.indexOf(line) + 1] ?? lines.length + 1;
      return [
        name,
        lines
          .slice(line - 1, end - 1)
          .join("\n")
          .trim(),
      ];
    }),
  );
}
