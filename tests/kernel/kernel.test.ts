import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Kernel, type KernelOptions, type Restart } from "../../src/kernel/kernel.ts";
import type { Output } from "../../src/kernel/protocol.ts";
import { createFakeWorker, type FakeWorker } from "./fake-worker.ts";
import { program } from "./program.ts";

let workers: FakeWorker[];
let kernel: Kernel;
let restarts: Restart[];

function start(options: Partial<KernelOptions> = {}): Kernel {
  workers = [];
  restarts = [];
  kernel = new Kernel({
    workerUrl: "/worker.js",
    root: "http://localhost/",
    backend: "cpu",
    seed: 1,
    createWorker: () => {
      const worker = createFakeWorker();
      workers.push(worker);
      return worker;
    },
    ...options,
  });
  kernel.addEventListener("restart", (event) => restarts.push((event as CustomEvent<Restart>).detail));
  return kernel;
}

beforeEach(() => void start());
afterEach(() => kernel.interrupt());

const silent = { onOutput() {}, onLines() {} };
const run = (id: string, code: string, parts: Parameters<typeof program>[2] = {}) => kernel.run(program(id, code, parts), silent);
const forever = () => run("forever", "await new Promise(() => {})");
const reached = (state: Kernel["state"]) =>
  new Promise<void>((resolve) => kernel.addEventListener("state", () => kernel.state === state && resolve()));
const running = () => reached("running");

describe("the kernel", () => {
  test("starts its worker with the first run and keeps it", async () => {
    expect(workers).toHaveLength(0);
    expect(await run("a", "const x = 1", { declares: ["x"] })).toMatchObject({ state: "done", result: { values: { x: 1 } } });
    expect(await run("b", "const y = x + 1", { inputs: ["x"], declares: ["y"] })).toMatchObject({
      state: "done",
      result: { values: { y: 2 } },
    });
    expect(workers).toHaveLength(1);
  });

  test("warms up without a run and tells which backend is in use", async () => {
    await kernel.warm();
    expect(kernel).toMatchObject({ state: "ready", actualBackend: "cpu" });
  });

  test("runs one listing after the other, in the order asked for", async () => {
    const [a, b, c] = await Promise.all([
      run("a", "let log = 'a'; await new Promise((r) => setTimeout(r, 5)); log += '!'", { declares: ["log"] }),
      run("b", "const two = log + 'b'", { inputs: ["log"], declares: ["two"] }),
      run("c", "const three = two + 'c'", { inputs: ["two"], declares: ["three"] }),
    ]);
    expect([a, b, c].map(({ state }) => state)).toEqual(["done", "done", "done"]);
    expect(c.result?.values).toEqual({ three: "a!bc" });
  });

  test("goes through its states", async () => {
    const states: string[] = [];
    kernel.addEventListener("state", () => states.push(kernel.state));
    await run("a", "1");
    kernel.interrupt();
    expect(states).toEqual(["starting", "ready", "running", "ready", "off"]);
  });

  test("hands outputs to the run they belong to", async () => {
    const outputs: [string, number, Output["type"]][] = [];
    const handlers = (name: string) => ({
      onOutput: (index: number, { type }: Output) => void outputs.push([name, index, type]),
      onLines() {},
    });
    await kernel.run(program("a", "console.log(1)\ndisplay([1])"), handlers("a"));
    await kernel.run(program("b", "console.log(2)"), handlers("b"));
    expect(outputs).toContainEqual(["a", 0, "text"]);
    expect(outputs.filter(([name]) => name === "b")).toEqual([["b", 0, "text"]]);
  });

  test("tells what failed", async () => {
    expect(await run("a", "\nnull.x")).toMatchObject({ state: "failed", error: { listing: "a", line: 2 } });
    expect((await run("b", "1")).state).toBe("done");
  });

  test("takes another seed for the next run", async () => {
    const draw = async () => (await run("a", "const x = Math.random()", { declares: ["x"] })).result?.values.x;
    const first = await draw();
    expect(await draw()).toBe(first);
    kernel.seed = 2;
    expect(await draw()).not.toBe(first);
    kernel.seed = 1;
    expect(await draw()).toBe(first);
  });

  test("forgets listings and lists live tensors", async () => {
    expect(await kernel.inspect()).toEqual([]);
    await run("a", "const t = tf.ones([2])", { tf: true, declares: ["t"] });
    expect(await kernel.inspect()).toEqual([{ listing: "a", path: "t", shape: [2], dtype: "float32", bytes: 8 }]);
    kernel.forget(["a"]);
    expect(await kernel.inspect()).toEqual([]);
    expect((await run("b", "t", { inputs: ["t"] })).state).toBe("failed");
  });
});

describe("interrupting", () => {
  test("stops the run under way and those that wait, and tells that all is lost", async () => {
    const [first, second] = [forever(), run("b", "1")];
    await running();
    kernel.interrupt();
    expect([(await first).state, (await second).state]).toEqual(["stopped", "stopped"]);
    expect(workers[0].terminated).toBe(true);
    expect(restarts).toEqual([{ reason: "interrupted" }]);
  });

  test("lets the next run start a worker that knows nothing", async () => {
    await run("a", "const x = 1", { declares: ["x"] });
    kernel.interrupt();
    expect((await run("b", "x", { inputs: ["x"] })).state).toBe("failed");
    expect(workers).toHaveLength(2);
  });

  test("stops a run that still waits for the worker to start", async () => {
    const outcome = run("a", "1");
    await reached("starting");
    kernel.interrupt();
    expect((await outcome).state).toBe("stopped");
    expect((await run("b", "1")).state).toBe("done");
  });

  test("drops what a past worker still says", async () => {
    const seen: number[] = [];
    const outcome = kernel.run(program("a", "for (let i = 0; i < 30; i++) { display(i); await new Promise((r) => setTimeout(r, 1)) }"), {
      onOutput: (index) => seen.push(index),
      onLines() {},
    });
    await vi.waitUntil(() => seen.length > 2);
    kernel.interrupt();
    const count = seen.length;
    await outcome;
    await run("b", "await new Promise((r) => setTimeout(r, 60))"); // the fake worker goes on till its end
    expect(seen).toHaveLength(count);
  });

  test("does nothing when nothing has started", () => {
    kernel.interrupt();
    expect(restarts).toEqual([]);
    expect(kernel.state).toBe("off");
  });

  test("is what another backend does, too", async () => {
    await run("a", "1");
    kernel.backend = "cpu";
    expect(restarts).toEqual([]);
    kernel.backend = "wasm";
    expect(restarts).toEqual([{ reason: "restarted" }]);
    await kernel.warm();
    expect(kernel.actualBackend).toBe("wasm");
  });
});

describe("a kernel in trouble", () => {
  test("says in Chinese that the worker's file did not load, and tries again at the next run", async () => {
    let broken = true;
    start({
      createWorker: () => {
        const worker = createFakeWorker();
        workers.push(worker);
        if (broken) worker.postMessage = () => void queueMicrotask(() => worker.onerror?.({ message: "404", type: "error" } as ErrorEvent));
        return worker;
      },
    });
    expect(await run("a", "1")).toMatchObject({ state: "failed", error: { kind: "kernel-not-loaded", original: "404" } });
    expect(kernel.state).toBe("off");
    expect(restarts).toEqual([]);
    broken = false;
    expect((await run("a", "1")).state).toBe("done");
  });

  test("says that no worker can be made at all", async () => {
    start({
      createWorker: () => {
        throw new DOMException("no", "SecurityError");
      },
    });
    expect(await run("a", "1")).toMatchObject({ state: "failed", error: { kind: "kernel-not-started" } });
    await kernel.warm();
  });

  test("fails the run under way when the worker dies", async () => {
    const outcome = forever();
    await running();
    workers[0].onerror?.({ message: "out of memory", type: "error" } as ErrorEvent);
    expect(await outcome).toMatchObject({ state: "failed", error: { kind: "kernel-died" } });
    expect(restarts).toEqual([{ reason: "died" }]);
    expect((await run("b", "1")).state).toBe("done");
  });

  test("gives up a worker in which a listing replaced an intrinsic", async () => {
    await kernel.warm();
    workers[0].tainted = "Array.prototype.map";
    expect((await run("a", "1")).state).toBe("done");
    await vi.waitUntil(() => restarts.length > 0);
    expect(restarts).toEqual([{ reason: "tainted", what: "Array.prototype.map" }]);
    expect(workers[0].terminated).toBe(true);
  });

  test("shows an error that nobody caught in the run it came from", async () => {
    const outputs: Output[] = [];
    const outcome = kernel.run(program("a", "display(1); await new Promise((go) => (globalThis.go = go))"), {
      onOutput(_, output) {
        outputs.push(output);
        if (outputs.length === 1) workers[0].server?.stray(new Error("lost promise"));
        else (globalThis as unknown as { go: () => void }).go();
      },
      onLines() {},
    });
    await outcome;
    expect(outputs.slice(1)).toMatchObject([{ type: "error", error: { original: "Error: lost promise" } }]);
  });

  test("tells when an import cannot be loaded", async () => {
    const imports = [{ specifier: "d2l", imported: "nothing", local: "nothing", typeOnly: false }];
    expect(await run("a", "nothing()", { imports })).toMatchObject({ state: "failed", error: { kind: "missing-export" } });
  });
});
