/** A check in a kernel that is thrown away: how it ends when the reader's code does not. */
import { beforeEach, describe, expect, test } from "vitest";
import { verdictOf } from "../../components/exercise/judge/attempt.ts";
import { inThrowaway, type Throwaway } from "../../components/exercise/judge/throwaway.ts";
import type { Run } from "../../src/kernel/judge.ts";
import { createFakeWorker, type FakeWorker } from "../kernel/fake-worker.ts";
import { program } from "../kernel/program.ts";

let worker: FakeWorker;
let stop: AbortController;
beforeEach(() => void ((worker = createFakeWorker()), (stop = new AbortController())));

const within = <T>(work: (run: Run) => Promise<T>, options: Partial<Throwaway> = {}) =>
  inThrowaway({ root: "http://localhost/", limit: 60_000, signal: stop.signal, createWorker: () => worker, ...options }, work);

const forever = program("forever", "await new Promise(() => {})");
const quick = program("quick", "const x = 1", { declares: ["x"] });

describe("work in a throw-away kernel", () => {
  test("gives its result, and the kernel is gone", async () => {
    expect(await within(async (run) => (await run(quick)).state)).toEqual({ done: "done" });
    expect(worker.terminated).toBe(true);
  });

  test("is ended by its limit", async () => {
    expect(await within((run) => run(forever), { limit: 20 })).toEqual({ why: "limit" });
    expect(worker.terminated).toBe(true);
  });

  test.each([
    ["while it runs", () => setTimeout(() => stop.abort(), 20)],
    ["while the kernel starts", () => queueMicrotask(() => stop.abort())],
    ["before it begins", () => stop.abort()],
  ])("is stopped when asked, %s, and no other kernel is started", async (_, ask) => {
    let started = 0;
    ask();
    expect(await within((run) => run(forever), { createWorker: () => (started++, worker) })).toEqual({ why: "asked" });
    expect(started).toBe(1);
    expect(worker.terminated).toBe(true);
  });

  test.each([
    ["in the first run, before there is a second", [quick, quick]],
    ["in the last run, though that gave a result", [quick]],
  ])("that replaces an intrinsic %s is worth nothing, and what was replaced is told", async (_, programs) => {
    worker.tainted = "Array.prototype.map";
    const work = async (run: Run) => {
      for (const one of programs) await run(one);
    };
    expect(await within(work)).toEqual({ why: "tainted", what: "Array.prototype.map" });
  });

  test("whose result cannot be read because of what was replaced is told for that; any other failure is thrown", async () => {
    const read = async (run: Run) => {
      await run(quick);
      throw new TypeError("no calls in the report");
    };
    await expect(within(read)).rejects.toThrow("no calls");
    worker = createFakeWorker();
    worker.tainted = "JSON.stringify";
    expect(await within(read)).toEqual({ why: "tainted", what: "JSON.stringify" });
  });
});

test("what is said of broken work names its cause, and a loop is not blamed for what it did not do", () => {
  expect(verdictOf({ why: "limit" })).toMatchObject({ verdict: "error", name: "endless", says: expect.stringContaining("循环") });
  const tainted = verdictOf({ why: "tainted", what: "Array.prototype.map" });
  expect(tainted).toMatchObject({ verdict: "error", name: "tainted", says: expect.stringContaining("Array.prototype.map") });
  expect(tainted?.says).not.toContain("循环");
  expect(verdictOf({ why: "asked" })).toBeUndefined();
});
