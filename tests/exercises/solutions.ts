/** Solutions to judge: `solutions/<exercise>.ts.txt`, one after the other, each under a line that says what must come of it. */
import { existsSync, readFileSync } from "node:fs";
import { loadBook } from "../../src/build/book/book.ts";

export interface Solution {
  /** `pass`, or the name of the misconception or fault */
  verdict: string;
  title: string;
  source: string;
}

const book = loadBook();

/**
 * Reads
 *
 *     === pass: 正文的写法
 *     === pass: 正文的 squaredLoss @ linear-regression-scratch#squared-loss
 *     === fail broadcast: 忘了 reshape
 *
 * each followed by its code; after `@` stands a listing whose code is put before it.
 */
export function readSolutions(exercise: string): Solution[] {
  const file = `tests/exercises/solutions/${exercise}.ts.txt`;
  if (!existsSync(file)) return [];
  const [, ...parts] = readFileSync(file, "utf8").split(/^=== /m);
  return parts.map((part) => {
    const [, word, name, title, place] = /^(pass|fail|error)(?: ([\w-]+))?: (.*?)(?: @ (\S+))?\n/.exec(part) ?? [];
    if (!word || !title) throw new Error(`${file}: expected "=== pass: title" or "=== fail name: title"; found: ${part.split("\n")[0]}`);
    const code = part.slice(part.indexOf("\n") + 1).trimEnd();
    const source = place ? `${published(place)}\n${code}` : code;
    return { verdict: word === "pass" ? "pass" : `${word} ${name}`, title, source };
  });
}

function published(place: string): string {
  const [slug, id] = place.split("#");
  const section = book.sections.find((one) => one.slug === slug);
  const listing = [...(section?.listings ?? []), ...(section?.alone ?? []).map((one) => one.listing)].find((one) => one.id === id);
  if (!listing) throw new Error(`expected: a listing ${place}; found: none`);
  return listing.source;
}

/** The listings of an exercise's published answer that declare the asked function: each must pass as it stands. */
export function answersWith(exercise: string, name: string): Pick<Solution, "title" | "source">[] {
  return book.sections.flatMap(({ slug, alone }) =>
    alone
      .filter(
        ({ fence, listing }) => fence.kind === "answer" && fence.exercise === exercise && listing.declares.some((one) => one.name === name),
      )
      .map(({ listing }) => ({ title: `${slug}#${listing.id}`, source: listing.source })),
  );
}

/** The starter code of an attempt, as the reader finds it; `undefined` when the section has none (yet). */
export function starterOf(exercise: string): string | undefined {
  const alone = book.sections.flatMap((section) => section.alone);
  return alone.find(({ fence }) => fence.kind === "attempt" && fence.exercise === exercise)?.listing.source;
}

/** Exercises of finished sections, in their order. */
export function exercisesOfBook(): string[] {
  const ids = book.sections.flatMap((section) =>
    [...section.anchors.values()].filter(({ kind }) => kind === "exercise").map(({ id }) => id),
  );
  return ids.filter((id) => !ids.some((other) => other.startsWith(`${id}.`)));
}
