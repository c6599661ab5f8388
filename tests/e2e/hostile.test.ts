/** One edit of every kind of the fuzzer (`npm run fuzz` makes a thousand), and those that once did harm. */
import { beforeAll, expect, test } from "vitest";
import { Driver, type Weight } from "../fuzz/drive.ts";
import { generate, type Case } from "../fuzz/generate.ts";
import { kinds } from "../fuzz/kinds.ts";
import { served } from "./served.ts";

const here = served();
let driver: Driver;
let fresh: Weight;

beforeAll(async () => {
  const page = await here.browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  const url = `${here.site.url}linear-networks/linear-regression-scratch/`;
  driver = new Driver(page, url, "train", { patience: 10_000, endless: 700, gap: 3000 });
  await driver.open();
  fresh = await driver.weigh();
});

const SEED = 9;
/** Those that take long are left to the fuzzer; of the many ways to mistype, every third is enough here. */
const light = kinds.flatMap((_, number) => {
  const { kind } = generate([{ id: "", source: "" }], SEED, number);
  return kind.heavy || (kind.ends === "perhaps" && number % 3 > 0) ? [] : [{ name: kind.name, number }];
});

test.each(light)("$name leaves page and kernel whole", async ({ number }) => {
  const one = generate(driver.sources, SEED, number);
  const { faults } = await driver.try(one);
  expect(
    faults,
    `${one.kind.name} in ${one.listing}: npm run fuzz -- --seed ${SEED} --section linear-regression-scratch --only ${number}\n${one.code}`,
  ).toEqual([]);
});

/** Each was found by the fuzzer. */
const found: [name: string, code: string][] = [
  ["a then that all objects inherit", "Object.prototype.then = () => {};"],
  [
    "a then that all objects inherit for good",
    'Object.defineProperty(Object.prototype, "then", { get: () => () => {}, configurable: false });',
  ],
  ["a getter that all objects inherit", 'Object.defineProperty(Object.prototype, "next", { get() { throw 1; }, configurable: true });'],
  ["an end of a tape that never began", "tf.engine().endTape();"],
  ["a broken add of sets", "Set.prototype.add = () => { throw 1; };"],
  ["a shape that all tensors inherit for good", "Object.defineProperty(tf.Tensor.prototype, 'shape', { get: () => { throw 1; } });"],
  ["a hook for stacks that throws", "Error.prepareStackTrace = () => { throw 1; }; null.x;"],
  ["a gradient taken away", "tf.unregisterGradient('Add');"],
  ["a tensor of another listing disposed", "tf.dispose(labels);"],
  ["a derivation that fails", "tf.grad((x) => tf.scalar(1))(tf.ones([2]));"],
  ["an interval that goes on throwing", "setInterval(() => { throw null; }, 3);"],
  ["a mode that prints every operation", "tf.enableDebugMode();"],
  ["frozen mathematics", "Object.freeze(Math);"],
  ["a console that cannot be set again", "Object.defineProperty(globalThis, 'console', { value: 1 });"],
  ["an error that is its own cause", "const e = new Error('自因'); e.cause = e; throw e;"],
  ["an object that is its own prototype", "const p = new Proxy({}, { getPrototypeOf: () => p }); console.log(p); throw p;"],
  ["long lines by the thousand", "for (let i = 0; i < 1000; i++) console.log('很长的一行'.repeat(3000));"],
  ["a hundred large values", "for (let i = 0; i < 100; i++) display(Array(90).fill(Array(90).fill(i)));"],
];

test.each(found)("%s leaves page and kernel whole", async (_, code) => {
  const one: Case = { number: 0, kind: { name: "found", ends: "always", edit: () => code }, listing: "hyper", code };
  expect((await driver.try(one)).faults).toEqual([]);
});

test("memory returns after all this", async () => {
  const { tensors, heap, nodes } = await driver.weigh();
  expect(tensors).toBe(fresh.tensors);
  expect(heap).toBeLessThan(3 * fresh.heap);
  expect(nodes).toBeLessThan(1.5 * fresh.nodes);
});
