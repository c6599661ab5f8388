/** What runs on a page of the book itself, fresh or after 全部运行, also below an edit. */
import { expect, test } from "vitest";
import { Texts } from "../../components/section/texts.ts";
import { loadBook } from "../../src/build/book/book.ts";
import { pageData } from "../../src/build/page.ts";
import { compile } from "../../src/listing/compile.ts";
import { begin, end, nothing } from "../../src/listing/history.ts";
import { plan } from "../../src/listing/plan.ts";

const book = loadBook();

/** The chain of a listing on a fresh page, after an edit of one listing. */
function chain(slug: string, target: string, [id, from, to] = ["", "", ""]): string {
  const { program } = pageData(
    book,
    book.sections.find((section) => section.slug === slug)!,
  );
  const texts = new Texts(program!);
  const edited = program!.listings.find((listing) => listing.id === id);
  if (edited) {
    expect(edited.source).toContain(from);
    const source = edited.source.replace(from, to);
    texts.edit(id, source, compile(source));
  }
  return plan(texts.graph, nothing, target)
    .map((step) => step.id)
    .join(" ");
}

const scratch = "linear-regression-scratch";
const softmax = "softmax-regression-scratch";

test.each([
  ["another learning rate", scratch, "errors", ["hyper", "0.03", "0.1"]],
  ["other data", scratch, "errors", ["data", "1000", "500"]],
  ["another start", scratch, "errors", ["init", "0, 0.01", "0, 1"]],
  ["another start", softmax, "predict", ["init", "0, 0.01", "0, 0.1"]],
])("%s in %s changes no chain: what reads the data still runs just what it needs", (_, slug, target, edit) => {
  expect(chain(slug, target, edit as [string, string, string])).toBe(chain(slug, target));
});

test.each([
  ["linear-regression-scratch", "train", "init train"],
  ["linear-regression-concise", "train", "model init train"],
  [softmax, "train", "init net updater train"],
  ["softmax-regression-concise", "train", "net train"],
  ["softmax-regression-concise", "twice", "twice"],
])("after 全部运行, %s runs of #%s again just what it has used up: %s", (slug, target, expected) => {
  const section = book.sections.find((one) => one.slug === slug)!;
  const { graph } = new Texts(pageData(book, section).program!);
  let history = nothing;
  for (const [token, { id, version, slice }] of [...graph.nodes.values()].entries()) {
    history = end(begin(history, id, version, token, slice), token, "done", section.record.listings[id]!.assigned);
  }
  const steps = plan(graph, history, target).map((step) => step.id);
  expect(steps.join(" ")).toBe(expected);
});
