import { writeFileSync } from "node:fs";
import { recordPath } from "../book/section.ts";
import { print, type Problem } from "../book/problems.ts";
import type { Book, Section } from "../book/types.ts";
import { executeSection } from "./execute.ts";
import { failures, newRecord, recordText, staleListings } from "./write.ts";

/** Executes the sections whose records are stale (all of those named, if any are) and writes what they showed. Returns what failed. */
export async function record(book: Book, slugs: string[], tell: (line: string) => void): Promise<Problem[]> {
  const named = slugs.length > 0;
  const due = book.sections.filter((section) =>
    named ? [section.slug, section.path].some((name) => slugs.includes(name)) : staleListings(book, section).length > 0,
  );
  if (due.length === 0) tell(named ? `no section is called ${slugs.join(" or ")}` : "all records stand for their text");
  const problems: Problem[] = [];
  for (const section of due) problems.push(...(await recordSection(book, section, named, tell)));
  for (const problem of problems) tell(print(problem));
  return problems;
}

async function recordSection(book: Book, section: Section, anew: boolean, tell: (line: string) => void): Promise<Problem[]> {
  const start = performance.now();
  const executions = await executeSection(section);
  const problems = failures(section, executions);
  const slow = [...executions]
    .filter(([, { milliseconds }]) => milliseconds > 5000)
    .map(([id, e]) => `${id} ${(e.milliseconds / 1000).toFixed(1)} s`);
  const text = recordText(newRecord(book, section, executions, anew));
  if (problems.length === 0) writeFileSync(recordPath(section.file), text);
  const size = `${(text.length / 1024).toFixed(0)} KB`;
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  tell(`${section.path}: ${executions.size} listings in ${seconds}, ${size}${slow.length > 0 ? `, slow: ${slow.join(", ")}` : ""}`);
  return problems;
}
