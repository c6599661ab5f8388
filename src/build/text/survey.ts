import type { Root } from "mdast";
import { formulaError, splitLabel } from "./formulas.ts";
import { readHeading } from "./headings.ts";
import { attributesOf, isElement } from "./jsx.ts";
import type { Problem } from "../book/problems.ts";
import type { Anchor, Heading } from "../book/types.ts";
import { lineOf, walk } from "./walk.ts";

/** What a section's text holds besides its listings. */
export interface Survey {
  headings: Heading[];
  anchors: Anchor[];
  /** by id of the term: the line of its `<Def>` */
  defines: Map<string, number>;
  problems: Problem[];
}

/** Goes through the text once: headings, numbered formulas, figures, exercises, definitions; checks every formula. */
export function survey(tree: Root, file: string, sectionNumber: string | undefined): Survey {
  const found: Survey = { headings: [], anchors: [], defines: new Map(), problems: [] };
  const counts = { equation: 0, figure: 0 };
  const numbered = (kind: keyof typeof counts) =>
    sectionNumber === undefined ? `${++counts[kind]}` : `${sectionNumber}.${++counts[kind]}`;
  const anchor = (id: string, kind: Anchor["kind"], text: string, line: number) => found.anchors.push({ id, kind, text, line });
  const problem = (line: number, expected: string, was: string, fix: string) =>
    found.problems.push({ file, line, expected, found: was, fix });

  walk(tree, (node, ancestors) => {
    const line = lineOf(node);
    if (node.type === "heading" && ancestors.length === 1) {
      const { hasId, isKey: _, ...heading } = readHeading(node);
      if (heading.number !== undefined && !hasId) {
        problem(
          line,
          "a stable id on a numbered heading",
          `${heading.number} ${heading.text}`,
          "end the heading with {/* id: my-heading */}",
        );
      }
      if (heading.number !== undefined && sectionNumber !== undefined && !heading.number.startsWith(`${sectionNumber}.`)) {
        problem(
          line,
          `a heading number that begins with ${sectionNumber}.`,
          heading.number,
          "renumber the heading, or the section in its front matter",
        );
      }
      found.headings.push(heading);
      anchor(heading.id, "heading", heading.number === undefined ? `“${heading.text}”` : `${heading.number} 节`, line);
    } else if (node.type === "math" || node.type === "inlineMath") {
      const { tex, label } = splitLabel(node.value);
      const wrong = formulaError(tex, node.type === "math");
      if (wrong !== undefined)
        problem(line, "a formula that KaTeX can set", wrong, `correct the formula: ${tex.split("\n")[0]!.slice(0, 80)}`);
      if (label === undefined) return;
      if (node.type === "math") anchor(label, "equation", `(${numbered("equation")})`, line);
      else problem(line, "\\label in a display formula only", `$${node.value}$`, "set it with $$ on lines of their own, or drop the label");
    } else if (isElement(node)) {
      const { id, of } = attributesOf(node);
      if (node.name === "Figure") {
        if (typeof id === "string") anchor(id, "figure", `图 ${numbered("figure")}`, line);
        else problem(line, 'an id on a figure: <Figure id="fig-…">', "none", "give the figure an id that never changes");
      } else if (node.name === "Exercise" && typeof id === "string") {
        anchor(id, "exercise", `练习 ${id}`, line);
      } else if (node.name === "Def" && typeof of === "string") {
        const first = found.defines.get(of);
        if (first === undefined) found.defines.set(of, line);
        else
          problem(
            line,
            `one <Def of="${of}" /> in the book`,
            `another on line ${first}`,
            "write <Term> at all places but the defining one",
          );
      }
    }
  });
  return found;
}
