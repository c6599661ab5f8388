import { expect, test } from "vitest";
import { watchNumerics } from "../../../src/kernel/errors/doubts/numerics.ts";
import { createDisplay } from "../../../src/kernel/outputs/display.ts";
import type { Message } from "../../../src/kernel/outputs/types.ts";
import * as tf from "../../../src/kernel/tf.ts";

/** The first number that is not finite in what a run shows. */
async function first(show: (run: ReturnType<typeof createDisplay>) => void): Promise<string | undefined> {
  const watch = watchNumerics<Message>(() => {});
  const run = createDisplay(watch.emit);
  show(run);
  await run.flush();
  return watch.first()?.original;
}

test.each<[string, (run: ReturnType<typeof createDisplay>) => void, string | undefined]>([
  ["a number", ({ console }) => console.log("loss", NaN), "NaN"],
  ["a number within a text", ({ console }) => console.log(`loss ${Infinity}`), "Infinity"],
  ["a tensor", ({ display }) => void display(tf.tensor1d([1, -Infinity])), "-Infinity"],
  ["a tensor in a line", ({ console }) => console.log(tf.scalar(NaN)), "NaN"],
  ["a cell", ({ display }) => void display.table([{ loss: NaN }]), "NaN"],
  ["an entry", ({ console }) => console.log({ history: [1, NaN] }), "NaN"],
  [
    "a later line",
    ({ console }) => {
      console.log(1);
      console.log(2);
      console.log(NaN);
    },
    "NaN",
  ],
  ["finite numbers", ({ console }) => console.log(1, "two", tf.scalar(3)), undefined],
  ["a word that holds the letters", ({ console }) => console.log("isNaN, Infinity2"), undefined],
])("looks at %s", async (_, show, found) => expect(await first(show)).toBe(found));
