import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import type { Root } from "mdast";
import { front, type Front } from "./front.ts";
import { readFences } from "../text/fences.ts";
import { readAlone, readProgram } from "./listings.ts";
import { parseFile } from "../text/parse.ts";
import type { Problem } from "./problems.ts";
import { survey } from "../text/survey.ts";
import type { Anchor, Section, SectionRecord } from "./types.ts";

/** A section with its tree, which the checks walk again once all sections are known. */
export interface ReadSection extends Section {
  tree: Root;
}

/** Reads one `.mdx`; what is wrong with it goes to `problems`. `undefined` when it cannot be parsed or has no valid front matter. */
export function readSection(root: string, path: string, problems: Problem[]): ReadSection | undefined {
  const file = relative(process.cwd(), path);
  const slug = basename(path, ".mdx");
  const chapter = relative(root, dirname(path));
  const parsed = attempt(path, file, problems);
  const matter = parsed && checkFront(parsed.front, file, problems);
  if (parsed === undefined || matter === undefined) return undefined;

  const found = survey(parsed.tree, file, matter.number);
  const { fences, problems: fenceProblems } = readFences(parsed.tree, file);
  const program = readProgram(
    fences.filter((fence) => fence.kind === "listing"),
    file,
    matter,
    problems,
  );
  const alone = fences.filter((fence) => fence.kind !== "listing").flatMap((fence) => readAlone(fence, file, matter, problems) ?? []);
  problems.push(...found.problems, ...fenceProblems);

  const listings = [...program.listings, ...alone.map((one) => one.listing)];
  const listingAnchors = listings.map(({ id, number, line }): Anchor => ({ id, kind: "listing", text: `清单 ${number}`, line }));
  return {
    chapter,
    slug,
    path: slug === "index" ? chapter : `${chapter}/${slug}`,
    file,
    front: matter,
    headings: found.headings,
    anchors: byId([...found.anchors, ...listingAnchors], file, problems),
    listings: program.listings,
    programs: program.programs,
    alone,
    defines: found.defines,
    record: readRecord(recordPath(path)),
    tree: parsed.tree,
  };
}

/** The file of a section's record, beside it. */
export function recordPath(mdx: string): string {
  return mdx.replace(/\.mdx$/, ".record.json");
}

function readRecord(path: string): SectionRecord {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as SectionRecord) : { listings: {} };
}

function attempt(path: string, file: string, problems: Problem[]) {
  try {
    return parseFile(path);
  } catch (error) {
    const { line = 1, column, reason, message } = error as { line?: number; column?: number; reason?: string; message: string };
    const fix = "correct the MDX; a literal { or < in prose is written \\{ or &lt;";
    problems.push({ file, line, ...(column && { column }), expected: "valid MDX", found: reason ?? message, fix });
    return undefined;
  }
}

function checkFront(data: Record<string, unknown>, file: string, problems: Problem[]): Front | undefined {
  const result = front.safeParse(data);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const where = issue.path.join(".") || "front matter";
    const fix = "see “How a section is written” in CONTRIBUTING.md";
    problems.push({ file, line: 1, expected: `a valid ${where} in the front matter`, found: issue.message, fix });
  }
  return undefined;
}

function byId(anchors: Anchor[], file: string, problems: Problem[]): Map<string, Anchor> {
  const result = new Map<string, Anchor>();
  for (const anchor of [...anchors].sort((a, b) => a.line - b.line)) {
    const first = result.get(anchor.id);
    if (first === undefined) {
      result.set(anchor.id, anchor);
      continue;
    }
    const found = `a ${anchor.kind} with the id "${anchor.id}" of the ${first.kind} on line ${first.line}`;
    problems.push({ file, line: anchor.line, expected: "ids that differ within a section", found, fix: "give one of them another id" });
  }
  return result;
}
