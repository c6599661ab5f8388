import { expect, test } from "vitest";
import { shortName } from "../../components/glossary.ts";
import { questionsAtEnd, questionsAtHead } from "../../components/recall/questions.ts";

const sections = ["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7"];
const earlierThan = (section: string) => sections.slice(0, sections.indexOf(section));

test.each(sections)("%s ends with four to six questions, each with one right and three wrong words", (section) => {
  const questions = questionsAtEnd(section, earlierThan(section));
  expect(questions.length).toBeGreaterThanOrEqual(4);
  expect(questions.length).toBeLessThanOrEqual(6);
  for (const { term, options } of questions) {
    expect(options.filter(({ id }) => id === term.id)).toHaveLength(1);
    expect(new Set(options.map(shortName)).size).toBe(4);
    expect(options.filter((option) => shortName(option).includes(" / "))).toEqual([]); // never the right one, so never a choice
    expect(term.definition).not.toContain(shortName(term));
  }
});

test("no question is asked twice at one place, and every build asks the same", () => {
  for (const section of sections) {
    const ids = questionsAtEnd(section, earlierThan(section)).map(({ term }) => term.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(questionsAtEnd(section, earlierThan(section)).map(({ term }) => term.id)).toEqual(ids);
  }
});

test("two words of the section before return at a section's head, and none at the first", () => {
  expect(questionsAtHead("3.1", [])).toEqual([]);
  const returning = questionsAtHead("3.2", ["3.1"]).map(({ term }) => term.id);
  expect(returning).toHaveLength(2);
  const asked = questionsAtEnd("3.1", []).map(({ term }) => term.id);
  expect(returning.every((id) => asked.includes(id))).toBe(true);
});

test("neither the chapter's opening nor the head of its first section asks a word not yet taught", () => {
  expect(questionsAtEnd("3", [])).toEqual([]);
  expect(questionsAtHead("3.1", ["3"])).toEqual([]);
});

test("the right word stands at different places", () => {
  const places = sections.flatMap((section) =>
    questionsAtEnd(section, earlierThan(section)).map(({ term, options }) => options.findIndex(({ id }) => id === term.id)),
  );
  expect(new Set(places).size).toBe(4);
});
