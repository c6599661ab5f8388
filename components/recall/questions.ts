import { glossary, namesOf, shortName, type Term } from "../glossary.ts";
import { hash } from "../../src/reader/hash.ts";

/** One tap: which word is meant? */
export interface Question {
  term: Term;
  options: Term[];
}

const LEAST = 4;
const MOST = 6;
const DISTRACTORS = 3;

/** The glossary's `3.1.3` belongs to section `3.1`; to the chapter's opening, `3`, belongs none: no word is asked before it is taught. */
const isOf = (section: string) => (term: Term) => term.section?.split(".").slice(0, 2).join(".") === section;

/** Is it one word? Terms that are only told together are no answer to “which word?”, and no choice either: it would be known for wrong. */
const isWord = (term: Term) => namesOf(term).length === 1;

/** What gives itself away is not asked. */
const isAskable = (term: Term) => isWord(term) && !term.definition.includes(shortName(term));

/** In an order that is the same at every build, and another for every place. */
const shuffled = (terms: readonly Term[], place: string) => [...terms].sort((a, b) => (hash(place + a.id) < hash(place + b.id) ? -1 : 1));

/**
 * The questions at a section's end: four to six of its own terms, filled up with those of earlier sections.
 *
 * @param section its number
 * @param earlier numbers of the sections before it, in order
 */
export function questionsAtEnd(section: string, earlier: readonly string[], terms: readonly Term[] = glossary): Question[] {
  const own = shuffled(terms.filter(isOf(section)).filter(isAskable), section).slice(0, MOST);
  const older = earlier
    .map((one) => shuffled(terms.filter(isOf(one)).filter(isAskable), section))
    .reverse()
    .flat();
  return [...own, ...older.slice(0, Math.max(0, LEAST - own.length))].map((term) => ask(term, section, terms));
}

/** Two that were asked at the end of the section before return at a section's head. */
export function questionsAtHead(section: string, earlier: readonly string[], terms: readonly Term[] = glossary): Question[] {
  const last = earlier.at(-1);
  if (last === undefined) return [];
  const asked = questionsAtEnd(last, earlier.slice(0, -1), terms).map((question) => question.term);
  return shuffled(asked, section)
    .slice(0, 2)
    .map((term) => ask(term, section, terms));
}

/** How many of the words nearest in the book the wrong ones are taken from. */
const NEIGHBOURS = 9;

/** The wrong words are neighbours in the book, so that a guess by topic does not help; not always the same three, so that nor does elimination. */
function ask(term: Term, place: string, terms: readonly Term[]): Question {
  const others = shuffled(
    terms.filter((other) => isWord(other) && other.id !== term.id && shortName(other) !== shortName(term)),
    term.id,
  );
  const distance = (other: Term) => (other.section === term.section ? 0 : other.section?.slice(0, 3) === term.section?.slice(0, 3) ? 1 : 2);
  const nearest = [...others].sort((a, b) => distance(a) - distance(b)).slice(0, NEIGHBOURS);
  const wrong = shuffled(nearest, place + term.id).slice(0, DISTRACTORS);
  return { term, options: shuffled([term, ...wrong], place + term.id) };
}
