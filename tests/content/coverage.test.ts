/** What the notes hold, what they got wrong and what was planned has its place in the book. The lists stand beside this file. */
import { readFileSync } from "node:fs";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { withoutColours } from "../../components/tex/text.ts";
import { loadBook } from "../../src/build/book/book.ts";
import type { ReadSection } from "../../src/build/book/section.ts";
import type { Section } from "../../src/build/book/types.ts";
import { exercisesOf } from "../../src/build/page.ts";
import { isElement } from "../../src/build/text/jsx.ts";
import { textOf, walk } from "../../src/build/text/walk.ts";
import { tabsOf } from "../../src/build/pytorch/tabs.ts";
import errata from "./errata.json" with { type: "json" };
import notes from "./notes.json" with { type: "json" };
import plan from "./plan.json" with { type: "json" };

const book = loadBook();
const chapter = book.sections.filter((section) => section.chapter === "linear-networks");
const sectionAt = (slug: string) => chapter.find((section) => section.slug === slug)!;
const sourceOf = (section: Section) => readFileSync(section.file, "utf8");

/** `slug#id` → section and id. */
function placeAt(place: string): { section: Section; id: string } {
  const [slug = "", id = ""] = place.split("#");
  return { section: sectionAt(slug), id };
}

/** The lines of a place: from its own on to the next heading, exercise or end. */
function linesAt(place: string): string {
  const { section, id } = placeAt(place);
  const { line, kind } = section.anchors.get(id)!;
  const lines = sourceOf(section).split("\n");
  const ends = [...section.anchors.values()].filter((other) => other.line > line && (other.kind === kind || other.kind === "heading"));
  return lines.slice(line - 1, ends[0] ? Math.min(...ends.map((end) => end.line)) - 1 : undefined).join("\n");
}

/** Titles differ in their spaces, the notes' exclamation marks and a capital letter. */
const plain = (title: string) => title.replace(/[\s！]/g, "").toLowerCase();

describe("the notes", () => {
  test("are listed whole", () => {
    expect([notes.headings.length, notes.listings.length]).toEqual([67, 35]);
  });

  test.each(chapter.filter((section) => section.slug !== "index"))("have their headings in $front.number, in order and with their numbers", (section) => {
    const wanted = notes.headings.filter((heading) => heading.section === section.front.number);
    const ours = section.headings.map(({ number, text }) => `${number ?? ""} ${plain(text)}`);
    const found = wanted.map((heading) => ours.indexOf(`${heading.number ?? ""} ${plain(heading.ours ?? heading.title)}`));
    expect(wanted.filter((_, i) => found[i] === -1)).toEqual([]);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  test.each(notes.listings)("have their listing “$begins” of $section at $listing", ({ listing, tab }) => {
    const [slug = "", id = ""] = listing.split("/");
    expect(sectionAt(slug).listings.map((one) => one.id)).toContain(id);
    expect(tabsOf(sectionAt(slug)).find((one) => one.id === id)?.code).toContain(tab);
  });

  test.each(notes.formulas)("have their formula of $section, $what, at $place", ({ place, holds }) => {
    const bare = (tex: string) => withoutColours(tex).replace(/[\s{}]/g, "");
    const text = bare(linesAt(place));
    expect(holds.filter((part) => !text.includes(bare(part)))).toEqual([]);
  });

  test("leave no heading without text", () => {
    const short = chapter.flatMap((section) => {
      const { children } = (section as ReadSection).tree;
      const heads = children.flatMap((node, i) => (node.type === "heading" && node.depth <= 3 ? [i] : []));
      return heads.flatMap((at, k) => {
        const node = children[at]!;
        const next = heads[k + 1] ?? children.length;
        const goesDeeper = children[next]?.type === "heading" && node.type === "heading" && (children[next] as { depth: number }).depth > node.depth;
        const words = children.slice(at + 1, next).map(textOf).join("").length;
        return words < 60 && !goesDeeper ? [`${section.slug}: ${textOf(node)}`] : [];
      });
    });
    expect(short).toEqual([]);
  });

  test("leave nothing to be written later", () => {
    const later = chapter.filter((section) => /TODO|FIXME|XXX|待补|待写|（略）/.test(sourceOf(section)));
    expect(later.map(({ slug }) => slug)).toEqual([]);
  });

  test("mark three high points, and so does the book", () => {
    const marked = chapter.flatMap((section) => [...sourceOf(section).matchAll(/^#+ (?:[\d.]+ )?(.*) \{\/\* id: [^ ;]+; 重点 \*\/\}$/gm)].map(([, title]) => title));
    expect(marked).toEqual(["正态分布与平方损失", "softmax 及其导数", "熵"]);
  });
});

describe("what the notes got wrong", () => {
  test("is listed whole", () => {
    expect(errata.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, i) => `S${i + 1}`));
  });

  test.each(errata)("$id is put right: $what", ({ section, says, never }) => {
    const texts = (section ? [sectionAt(section)] : chapter).map(sourceOf);
    if (says) expect(texts.some((text) => text.includes(says))).toBe(true);
    if (never) expect(texts.filter((text) => text.includes(never))).toEqual([]);
  });

  test("the 38 questions carry their numbers", () => {
    const ids = chapter.flatMap(exercisesOf);
    expect(ids.length).toBe(38);
    expect(ids.every((id) => /^3\.[1-7]\.\d+-\d(\.\d)?$/.test(id))).toBe(true);
  });
});

describe("the glossary", () => {
  test("has 78 terms, each with exactly one defining place", () => {
    const places = [...book.terms.keys()].map((id) => [id, chapter.filter((section) => section.defines.has(id)).length]);
    expect(places.length).toBe(78);
    expect(places.filter(([, count]) => count !== 1)).toEqual([]);
  });

  test("names the section in which the text defines the term", () => {
    const elsewhere = [...book.terms].filter(([id, term]) => {
      const home = chapter.find((section) => section.defines.has(id))?.front.number ?? "";
      return term.section !== home && !term.section?.startsWith(`${home}.`);
    });
    expect(elsewhere.map(([id]) => id)).toEqual([]);
  });
});

describe("what was planned", () => {
  test.each(Object.entries(plan.places))("%s stands at %s", (_, place) => {
    const { section, id } = placeAt(place);
    expect([...section.anchors.keys()]).toContain(id);
  });

  test("I9 你来分 stands in 3.5", () => {
    let found = 0;
    walk((sectionAt("image-classification-dataset") as ReadSection).tree, (node: Nodes) => {
      if (isElement(node, "GuessTheClass")) found++;
    });
    expect(found).toBe(1);
  });

  test.each(Object.entries(plan.predict))("%s is guessed first, at %s", (_, place) => {
    const { section, id } = placeAt(place);
    expect(section.listings.find((listing) => listing.id === id)?.predict?.choices.length).toBeGreaterThan(1);
  });
});
