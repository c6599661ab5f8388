/** Every listing of the book is run again and compared with its record. */
import { afterAll, describe, expect, test } from "vitest";
import { Texts } from "../components/section/texts.ts";
import { loadBook } from "../src/build/book/book.ts";
import type { Section } from "../src/build/book/types.ts";
import { pageData } from "../src/build/page.ts";
import { difference } from "../src/build/record/compare.ts";
import { execute, startRunner, type Execution } from "../src/build/record/execute.ts";
import { failures, staleListings } from "../src/build/record/write.ts";
import { sfc32 } from "../src/kernel/seed.ts";
import { begin, end, nothing, type History } from "../src/listing/history.ts";
import { plan } from "../src/listing/plan.ts";
import type { Backend, Listing } from "../src/listing/types.ts";

/** Chains that take longer are run again only with `ALL=1`. */
const PATIENCE = process.env.ALL ? Infinity : 1500;
const TIMEOUT = process.env.ALL ? 1_800_000 : 300_000;

const book = loadBook();

test("the book has no problems", () => {
  expect(book.problems).toEqual([]);
});

describe.each(book.sections.filter((s) => s.listings.length + s.alone.length > 0))("$path", (section) => {
  const page = new Page(section);
  afterAll(() => page.close());

  test("has a record that stands for its text", () => {
    const stale = staleListings(book, section);
    expect(stale, `these listings changed since they were recorded; run: npm run record ${section.slug}`).toEqual([]);
  });

  test.each(section.listings)("$number #$id shows its record", async ({ id }) => page.check(id, await page.run(id)), TIMEOUT);

  test.each(section.alone.filter(({ fence }) => fence.kind === "answer"))(
    "the answer #$listing.id shows its record",
    async ({ program }) => {
      const runner = startRunner();
      page.check(program.id, await execute(runner, program));
      runner.forget([program.id]);
    },
    TIMEOUT,
  );

  test(
    "shows each record twice when its listings are run twice, the second time with just what it needs",
    async () => {
      for (const { id } of section.listings.filter((listing) => page.cost(listing.id) < PATIENCE)) {
        page.check(id, await page.demand(id));
        page.check(id, await page.demand(id));
      }
    },
    TIMEOUT,
  );

  const [first] = section.programs.values();
  const other = first?.backend === "wasm" ? "cpu" : "wasm";
  test(
    `shows each record on ${other} as well`,
    async () => {
      const elsewhere = new Page(section, other);
      for (const { id } of section.listings.filter((listing) => page.cost(listing.id) < PATIENCE)) {
        elsewhere.check(id, await elsewhere.demand(id));
      }
      elsewhere.close();
    },
    TIMEOUT,
  );

  test(
    "shows each record when its listings are run again in any order",
    async () => {
      const random = sfc32(section.path);
      const order = section.listings.map((listing) => ({ listing, at: random() })).sort((a, b) => a.at - b.at);
      for (const { listing } of order) {
        if (page.cost(listing.id) < PATIENCE) page.check(listing.id, await page.demand(listing.id));
      }
    },
    TIMEOUT,
  );
});

/** A page without a browser: it runs what `plan` says, as the buttons do. */
class Page {
  private readonly section: Section;
  private readonly backend: Backend | undefined;
  private readonly runner = startRunner();
  private readonly texts: Texts;
  private readonly milliseconds = new Map<string, number>();
  private history: History = nothing;
  private token = 0;

  /** `backend` is another one than the book's. */
  constructor(section: Section, backend?: Backend) {
    this.section = section;
    this.backend = backend;
    this.texts = new Texts(pageData(book, section).program!);
  }

  /** Runs one listing as 全部运行 does. */
  async run(id: string): Promise<Execution> {
    const token = ++this.token;
    this.history = begin(this.history, id, this.texts.versionOf(id), token, this.texts.graph.nodes.get(id)?.slice);
    const program = this.section.programs.get(id)!;
    const execution = await execute(this.runner, { ...program, backend: this.backend ?? program.backend });
    this.history = end(this.history, token, execution.error ? "failed" : "done", execution.assigned);
    if (!execution.error) this.texts.measure(id, execution.kinds);
    this.milliseconds.set(id, execution.milliseconds);
    return execution;
  }

  /** Presses 运行: what the listing needs first, then itself. */
  async demand(id: string): Promise<Execution> {
    for (const step of this.plan(id)) if (step !== id) await this.run(step);
    return this.run(id);
  }

  /** Milliseconds that pressing 运行 is expected to take. */
  cost(id: string): number {
    return this.plan(id).reduce((sum, step) => sum + (this.milliseconds.get(step) ?? 0), 0);
  }

  check(id: string, execution: Execution): void {
    expect(failures(this.section, new Map([[id, execution]]))).toEqual([]);
    const listing = this.listing(id);
    const record = this.section.record.listings[id];
    expect(record, `no record; run: npm run record ${this.section.slug}`).toBeDefined();
    const found = difference(record!.outputs, execution.outputs, listing);
    expect(found, `#${id} (${this.section.file}:${listing.line}) no longer shows its record`).toBeUndefined();
  }

  close(): void {
    this.runner.forget(this.section.listings.map(({ id }) => id));
  }

  private plan(id: string): string[] {
    return plan(this.texts.graph, this.history, id).map((step) => step.id);
  }

  private listing(id: string): Listing {
    return [...this.section.listings, ...this.section.alone.map((one) => one.listing)].find((listing) => listing.id === id)!;
  }
}
