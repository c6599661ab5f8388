import { describe, expect, test } from "vitest";
import { runInNewContext } from "node:vm";
import { guardIntrinsics } from "../../src/kernel/isolate/intrinsics.ts";
import { guard } from "../../src/kernel/isolate/guard.ts";
import type { Message } from "../../src/kernel/outputs/display.ts";
import { createRunner } from "../../src/kernel/run.ts";
import { program } from "./program.ts";

/** Runs a script in a realm of its own, mends it, and tells what a second script finds. */
function mendedAfter(script: string, then = "0"): { what?: string; mended?: boolean; found: unknown } {
  const realm = runInNewContext("globalThis") as typeof globalThis & { eval(code: string): unknown };
  const mend = guardIntrinsics(realm);
  realm.eval(script);
  const taint = mend();
  return { ...taint, found: realm.eval(then) };
}

describe("the realm", () => {
  test.each([
    ["a method", "Array.prototype.map = () => 5", "String([1].map((x) => x + 1))", "2"],
    ["a deleted method", "delete Map.prototype.get", "new Map([[1, 2]]).get(1)", 2],
    ["a global", "Map = null", "typeof Map", "function"],
    ["a deleted global", "delete globalThis.Set", "typeof Set", "function"],
    [
      "a getter for all objects",
      "Object.defineProperty(Object.prototype, 'then', { get() { throw 1 }, configurable: true })",
      "typeof ({}).then",
      "undefined",
    ],
    [
      "a getter that lies in wait for the guard itself",
      "Object.defineProperty(Object.prototype, 'value', { get() { throw 1 }, configurable: true })",
      "typeof ({}).value",
      "undefined",
    ],
    ["a prototype", "Object.setPrototypeOf(Array.prototype, null)", "typeof [].hasOwnProperty", "function"],
    [
      "every method of lists",
      "for (const key of Reflect.ownKeys(Array.prototype)) if (key !== 'length') delete Array.prototype[key]",
      "[3, 1].sort().join()",
      "1,3",
    ],
  ])("has %s back", (_, script, then, found) => {
    expect(mendedAfter(script, then)).toMatchObject({ what: expect.any(String), mended: true, found });
  });

  test.each([
    [
      "for good",
      "Object.defineProperty(Array.prototype, 'map', { value: null, writable: false, configurable: false })",
      "Array.prototype.map",
    ],
    [
      "for all objects, for good",
      "Object.defineProperty(Object.prototype, 'then', { value: null, configurable: false })",
      "Object.prototype",
    ],
  ])("is told to be beyond mending when something is replaced %s", (_, script, what) => {
    expect(mendedAfter(script)).toMatchObject({ what, mended: false });
  });

  test.each([
    ["frozen", "Object.freeze(Math)", "Math"],
    ["a chance that can no longer be seeded", "Object.defineProperty(Math, 'random', { value: () => 1, writable: false })", "Math.random"],
    ["a display that can no longer be set", "Object.defineProperty(globalThis, 'display', { value: 1 })", "display"],
  ])("notices %s", (_, script, what) => {
    expect(mendedAfter(script)).toMatchObject({ what });
  });
});

test("a tensor of another listing that was disposed counts as written", async () => {
  const runner = createRunner({ seed: 1 });
  await runner.run(program("maker", "const t = tf.ones([2]), v = tf.variable(t)", { tf: true, declares: ["t", "v"] }), () => {});
  const { result } = await runner.run(program("breaker", "v.dispose()", { inputs: ["v"] }), () => {});
  expect(result.assigned).toEqual([{ listing: "maker", names: ["v"] }]);
  const failed = await runner.run(program("breaker", "t.dispose(); throw new Error()", { inputs: ["t"] }), () => {});
  expect(failed.result.assigned).toEqual([{ listing: "maker", names: ["t"] }]);
});

test("a guard takes away a property that others would find or write to", () => {
  const object: Record<string, unknown> = {};
  const mend = guard([{ name: "object", object, reserved: ["shape"] }]);
  object["other"] = 1;
  expect(mend()).toBe(undefined);
  object["shape"] = 1;
  expect(mend()).toEqual({ what: "object.shape", mended: true });
  expect(object).toEqual({ other: 1 });
  Object.defineProperty(object, "shape", { get: () => 1 });
  expect(mend()).toEqual({ what: "object.shape", mended: false });
});

test("a guard leaves alone what was not touched, and numbers", () => {
  const object = { count: 1, act: () => 1 };
  const mend = guard([{ name: "object", object }]);
  object.count++;
  expect(mend()).toBe(undefined);
  expect(object.count).toBe(2);
});

describe("tfjs", () => {
  const silent = (_: Message) => {};

  test.each([
    ["tf.engine().endTape()", "tf.engine()"],
    ["tf.engine().startScope()", "tf.engine()"],
    ["tf.Tensor.prototype.add = () => 5", "tf.Tensor.prototype.add"],
    ["Object.defineProperty(tf.Tensor.prototype, 'shape', { get: () => 1, configurable: true })", "tf.Tensor.prototype.shape"],
    ["tf.engine().tidy = null", "tf.engine().tidy"],
    ["tf.layers.dense = null", "tf.layers.dense"],
    ["tf.backend().write = null", "tf.backend().write"],
  ])("%s is told", async (code, what) => {
    const runner = createRunner({ seed: 1 });
    const { state } = (await import("../../src/kernel/tf.ts")).engine();
    const { activeScope, scopeStack, gradientDepth } = state;
    const depth = scopeStack.length;
    expect(await runner.run(program("a", code, { tf: true }), silent)).toMatchObject({ ok: true, tainted: what });
    // the worker would be thrown away; here the engine is the next test's as well
    scopeStack.length = depth;
    Object.assign(state, { activeScope, gradientDepth });
    expect(await runner.run(program("a", "tf.ones([2]).add(1).dispose()", { tf: true }), silent)).toMatchObject({ ok: true });
  });

  test("gradients that were replaced or taken away are told", async () => {
    const tf = await import("../../src/kernel/tf.ts");
    const saved = tf.getGradient("Add");
    for (const code of ["tf.unregisterGradient('Add')", "tf.registerGradient({ kernelName: 'Add', gradFunc() { throw 1; } })"]) {
      const outcome = await createRunner({ seed: 1 }).run(program("a", code, { tf: true }), silent);
      expect(outcome).toMatchObject({ ok: true, tainted: "tf.registerGradient" });
      tf.registerGradient(saved); // the engine is the next test's as well
    }
  });

  test("is not told to be bent by a run that trains, nests scopes and fails", async () => {
    const runner = createRunner({ seed: 1 });
    const code = `const v = tf.variable(tf.ones([2]));
      tf.tidy(() => tf.train.sgd(0.1).minimize(() => v.square().sum()));
      tf.tidy(() => tf.variableGrads(() => { throw new Error("中途"); }));`;
    const outcome = await runner.run(program("a", code, { tf: true }), silent);
    expect(outcome).toMatchObject({ ok: false, error: { title: "中途" } });
    expect(outcome.tainted).toBe(undefined);
    // what a derivation that failed left on its tape is nobody's fault in the next run
    const next = await runner.run(program("b", "tf.tidy(() => tf.grad((x) => x.square().sum())(tf.ones([2])))", { tf: true }), silent);
    expect(next).toMatchObject({ ok: true });
    expect(next.tainted).toBe(undefined);
  });

  test("is quiet again after a run that made it talk", async () => {
    const runner = createRunner({ seed: 1 });
    await runner.run(program("a", "tf.env().set('DEBUG', true)", { tf: true }), silent);
    const said: Message[] = [];
    expect(await runner.run(program("b", "tf.ones([2]).square().dispose()", { tf: true }), (message) => said.push(message))).toMatchObject({
      ok: true,
    });
    expect(said).toEqual([]);
  });

  test("may be sent to another backend", async () => {
    const outcome = await createRunner({ seed: 1 }).run(program("a", "await tf.setBackend('cpu')", { tf: true }), silent);
    expect(outcome.tainted).toBe(undefined);
  });
});
