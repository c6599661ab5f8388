import { expect, test } from "vitest";
import { graph } from "../../src/listing/graph.ts";
import { begin, end, nothing, restart } from "../../src/listing/history.ts";
import { plan, staleness } from "../../src/listing/plan.ts";
import { fromTheTop, inputsOf, Kernel, random, randomToy, SECTIONS, sourcesOf, type Toy } from "./plan.simulator.ts";

/** One random section and a random reader: runs by plan, edits, restarts. Returns how many runs were compared. */
function live(seed: number): number {
  const draw = random(seed);
  const book: Toy[] = [];
  const size = 3 + Math.floor(draw() * 6);
  for (let i = 0; i < size; i++) book.push(randomToy("abcdefgh"[i], book, draw));
  const record = new Map([...fromTheTop(book)].map(([id, { assigned }]) => [id, assigned]));
  let toys = book;
  let kernel = new Kernel();
  let history = nothing;
  let token = 0;
  let compared = 0;
  const showing = new Map<string, number>();
  const story: string[] = [];

  for (let turn = 0; turn < 14; turn++) {
    const luck = draw();
    const at = Math.floor(draw() * size);
    if (luck < 0.22) {
      const old = toys[at];
      const now = draw() < 0.25 ? book[at] : randomToy(old.id, toys.slice(0, at), draw, book[at]);
      toys = toys.map((toy, i) => (i === at ? now : toy));
      story.push(`edit ${old.id}: ${JSON.stringify(now.acts)}`);
      continue;
    }
    if (luck < 0.26) {
      kernel = new Kernel();
      history = restart(history);
      story.push("restart");
      continue;
    }
    const known = graph(sourcesOf(toys, book, record));
    const target = toys[at].id;
    const steps = plan(known, history, target);
    story.push(`run ${target}: ${steps.map(({ id, reason, by }) => `${id}(${reason}${by ? ` ${by}` : ""})`).join(" ")}`);
    const context = (): string =>
      `seed ${seed}\n${book.map((toy) => `${toy.id}: ${JSON.stringify(toy.acts)}`).join("\n")}\n${story.join("\n")}`;
    const allowed = known.nodes.get(target)?.slice ?? [];
    const truth = fromTheTop(toys);
    for (const { id } of steps) {
      const toy = toys.find((one) => one.id === id) as Toy;
      must(id === target || allowed.includes(id), () => `${context()}\n${id} is not needed`);
      token++;
      history = begin(history, id, JSON.stringify(toy.acts), token, known.nodes.get(id)?.slice);
      const result = kernel.run(toy, inputsOf(toy));
      history = end(history, token, result.failed ? "failed" : "done", result.assigned);
      // every step of a plan, not only its last, shows what the text from the top shows
      must((result.failed ? undefined : result.shown) === truth.get(id)?.shown, () => `${context()}\n${id} shows something else`);
      showing.set(id, result.shown);
      compared++;
      if (result.failed) break;
    }
    const after = graph(sourcesOf(toys, book, record));
    if (history.get(target)?.token === token && history.get(target)?.state === "done") {
      must(
        [undefined, "used"].includes(staleness(after, history).get(target)?.reason),
        () => `${context()}\n${target} has just run and is stale`,
      );
      // what assigned nothing can run again alone
      must(
        history.get(target)?.assigned.length || plan(after, history, target).length === 1,
        () => `${context()}\n${target} cannot run again alone`,
      );
    }
    // a listing that is not stale shows what the text says
    const stale = staleness(after, history);
    for (const id of after.nodes.keys()) {
      const reason = stale.get(id)?.reason;
      if (history.get(id)?.state === "done" && (reason === undefined || reason === "used"))
        must(showing.get(id) === truth.get(id)?.shown, () => `${context()}\n${id} is not marked stale`);
    }
  }
  return compared;
}

function must(holds: unknown, story: () => string): void {
  if (!holds) throw new Error(story());
}

test("running any listing by plan shows what the text from the top to it shows, whatever was run and edited before", () => {
  let compared = 0;
  for (let seed = 1; seed <= SECTIONS; seed++) compared += live(seed);
  expect(compared).toBeGreaterThan(30_000);
}, 1_000_000);
