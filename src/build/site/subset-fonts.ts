import subsetFont from "subset-font";
import { FIGURES, formulaText, SPECIAL, specialText } from "./fonts.ts";

const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");

/**
 * KaTeX's faces with the characters of the site alone, half their bytes or less: a telephone waits for three of them before a page is set.
 * Bold and blackboard letters are few: those faces hold what stands in them. The face of figures holds every character of the pages and
 * printable ASCII, for figures that move; the others hold those of formulas.
 *
 * @param faces the bytes of each, by its file `…/KaTeX_Main-Regular.<hash>.woff2`
 */
export async function subsetFaces(
  faces: ReadonlyMap<string, Uint8Array>,
  pages: readonly string[],
): Promise<[file: string, bytes: Uint8Array][]> {
  const all = distinct([ASCII, ...pages]);
  const formulas = distinct(["<>&", ...pages.map(formulaText)]); // the three that HTML writes otherwise
  const charactersOf = (file: string) => {
    const special = Object.keys(SPECIAL).find((face) => file.includes(`${face}.`));
    if (special) return distinct(pages.map((page) => specialText(page, SPECIAL[special]!)));
    return file.includes(`${FIGURES}.`) ? all : formulas;
  };
  return Promise.all(
    [...faces].map(async ([file, bytes]): Promise<[string, Uint8Array]> => {
      return [file, await subsetFont(Buffer.from(bytes), charactersOf(file), { targetFormat: "woff2" })];
    }),
  );
}

function distinct(texts: readonly string[]): string {
  const characters = new Set<string>();
  for (const text of texts) for (const character of text) characters.add(character);
  return [...characters].join("");
}
