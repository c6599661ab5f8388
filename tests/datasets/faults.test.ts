import { afterEach, describe, expect, test, vi } from "vitest";
import { type Environment, provide } from "../../src/datasets/environment.ts";
import { FashionMNIST } from "../../src/datasets/index.ts";
import { memoryCaches, memoryDatabase, site, type Spoil, unzip } from "./site.ts";

/** Loads the first shard of the test set from a site whose answers are spoiled; returns the labels, or the code of the failure. */
async function load(spoil?: Spoil, given: Partial<Environment> = {}) {
  const { environment, requests, modes } = site({ ...given, spoil: spoil && { "test-0.bin": spoil } });
  provide(environment);
  const load = () => FashionMNIST.load({ train: false, first: 2000 });
  const outcome = await load().then(
    ({ labels }) => [...labels.subarray(0, 4)],
    ({ code, message, hint }) => ({ code, message, hint }),
  );
  return { outcome, requests, modes, again: () => load() };
}

const LABELS = [9, 2, 1, 1];
const first =
  (answer: Spoil): Spoil =>
  (bytes, attempt) =>
    attempt === 1 ? answer(bytes, attempt) : undefined;
const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)) as Uint8Array<ArrayBuffer>;
const status = (code: number) => new Response(null, { status: code });

describe("a shard", () => {
  test.each<[string, Spoil, string]>([
    ["that is missing", () => status(404), "missing"],
    ["replaced by a page", () => new Response("<!doctype html><p>Not found"), "missing"],
    ["cut short", (bytes) => new Response(bytes.slice(0, -1000)), "truncated"],
    ["that is empty", () => new Response(new Uint8Array()), "truncated"],
    ["with a wrong byte", (bytes) => new Response(flip(bytes, 100_000)), "corrupted"],
    ["with a wrong checksum", (bytes) => new Response(flip(bytes, bytes.length - 7)), "corrupted"],
    ["decompressed, with a wrong byte", (bytes) => new Response(flip(unzip(bytes), 5000)), "corrupted"],
    ["decompressed, cut short", (bytes) => new Response(unzip(bytes).slice(0, -1)), "truncated"],
    ["decompressed, too long", (bytes) => new Response(new Uint8Array([...unzip(bytes), 0])), "corrupted"],
    ["answered with an error", () => status(503), "unreachable"],
    [
      "whose connection breaks",
      () => {
        throw new TypeError("Failed to fetch");
      },
      "unreachable",
    ],
  ])("%s is told with its cause", async (_, spoil, code) => {
    const { outcome } = await load(spoil);
    expect(outcome).toMatchObject({ code, message: expect.stringContaining("test-0.bin"), hint: expect.stringMatching(/。$/) });
  });

  test("of another file is not taken for this one", async () => {
    const other = new Uint8Array(
      await (await site().environment.fetch("http://course.test/datasets/fashion-mnist/train-0.bin")).arrayBuffer(),
    );
    expect((await load(() => new Response(unzip(other)))).outcome).toMatchObject({ code: "corrupted" });
  });

  test("already decompressed is taken as it is", async () => {
    expect((await load((bytes) => new Response(unzip(bytes)))).outcome).toEqual(LABELS);
  });

  test.each<[string, Spoil]>([
    ["cut short", (bytes) => new Response(bytes.slice(0, 1000))],
    ["damaged", (bytes) => new Response(flip(bytes, 2000))],
    ["answered with an error", () => status(500)],
    [
      "not reached",
      () => {
        throw new TypeError("Failed to fetch");
      },
    ],
  ])("%s once is fetched again, past the HTTP cache", async (_, spoil) => {
    const { outcome, modes } = await load(first(spoil));
    expect(outcome).toEqual(LABELS);
    expect(modes).toEqual(["default", "reload"]);
  });

  test("is tried three times, but not when it is missing", async () => {
    expect((await load(() => status(500))).requests.length).toBe(3);
    expect((await load(() => status(404))).requests.length).toBe(1);
  });

  test("that failed is tried again by the next run", async () => {
    const { outcome, again } = await load(first(() => status(404)));
    expect(outcome).toMatchObject({ code: "missing" });
    expect((await again()).length).toBe(2000);
  });
});

describe("a silent server", () => {
  const silence = (signal: AbortSignal | null | undefined) =>
    new Promise<never>((_, reject) => signal!.addEventListener("abort", () => reject(new DOMException("", "AbortError"))));

  test("is given up after a while", async () => {
    provide({ ...site().environment, patience: 1, fetch: (_, init) => silence(init?.signal) });
    await expect(FashionMNIST.load({ train: false })).rejects.toMatchObject({ code: "slow" });
  });

  test("is given up in the middle of a file, too", async () => {
    const stalled = (signal?: AbortSignal | null) =>
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new Uint8Array(10)),
        pull: () => silence(signal),
      });
    provide({ ...site().environment, patience: 1, fetch: async (_, init) => new Response(stalled(init?.signal)) });
    await expect(FashionMNIST.load({ train: false })).rejects.toMatchObject({ code: "slow" });
  });
});

describe("without a network", () => {
  afterEach(() => void vi.unstubAllGlobals());
  const offline = () => {
    throw new TypeError("Failed to fetch");
  };

  test("data never downloaded are told to be missing", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    const { outcome, requests } = await load(offline);
    expect(outcome).toMatchObject({ code: "offline", message: expect.stringContaining("没有网络") });
    expect(requests.length).toBe(1);
  });

  test("data downloaded before are there", async () => {
    const { caches } = memoryCaches();
    await load(undefined, { caches });
    expect(await load(offline, { caches })).toMatchObject({ outcome: LABELS, requests: [] });
  });
});

describe("the store", () => {
  const refusing = { open: () => Promise.reject(new DOMException("", "SecurityError")) } as unknown as CacheStorage;

  test("is Cache Storage where there is one", async () => {
    const { caches, kept } = memoryCaches();
    const { indexedDB, kept: other } = memoryDatabase();
    expect((await load(undefined, { caches, indexedDB })).outcome).toEqual(LABELS);
    expect([kept.size, other.size]).toEqual([1, 0]);
  });

  test.each([
    ["absent", undefined],
    ["forbidden", refusing],
  ])("is IndexedDB where Cache Storage is %s", async (_, caches) => {
    const { indexedDB, kept } = memoryDatabase();
    await load(undefined, { caches, indexedDB });
    expect(kept.size).toBe(1);
    expect(await load(undefined, { caches, indexedDB })).toMatchObject({ outcome: LABELS, requests: [] });
  });

  test("may be full", async () => {
    const { caches, kept } = memoryCaches(() => {
      throw new DOMException("", "QuotaExceededError");
    });
    expect((await load(undefined, { caches })).outcome).toEqual(LABELS);
    const database = memoryDatabase("QuotaExceededError");
    expect((await load(undefined, database)).outcome).toEqual(LABELS);
    expect([kept.size, database.kept.size]).toEqual([0, 0]);
  });

  test("drops what is damaged and has it fetched again", async () => {
    const { caches, kept } = memoryCaches();
    await load(undefined, { caches });
    const [[url, bytes]] = kept;
    kept.set(url, flip(bytes, 500));
    expect(await load(undefined, { caches })).toMatchObject({ outcome: LABELS, requests: ["test-0.bin"] });
    expect(kept.get(url)).toEqual(bytes);
  });
});

describe("the progress bar", () => {
  async function shown(given: Partial<Environment>, spoil?: Spoil) {
    const bars: { label: string; total: number; unit: string; done: number[]; ended: boolean }[] = [];
    await load(spoil, {
      ...given,
      progress(label, total, { unit }) {
        const done: number[] = [];
        const bar = { label, total, unit, done, ended: false };
        bars.push(bar);
        return { update: (bytes) => void done.push(bytes), end: () => void (bar.ended = true) };
      },
    });
    return bars;
  }

  test("counts the bytes to the end", async () => {
    const [{ label, total, unit, done, ended }] = await shown({});
    expect(ended).toBe(true);
    expect([label, unit]).toEqual(["下载 Fashion-MNIST 测试集", "bytes"]);
    expect(done.at(-1)).toBe(total);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  test("is shown as soon as the network is asked", async () => {
    const [{ done, ended }] = await shown({}, () => new Response(null, { status: 404 }));
    expect([done, ended]).toEqual([[0], true]);
  });

  test("does not run over when the bytes come decompressed", async () => {
    const [{ total, done }] = await shown({}, (bytes) => new Response(unzip(bytes)));
    expect(Math.max(...done)).toBe(total);
  });

  test("is not shown when nothing is fetched", async () => {
    const { caches } = memoryCaches();
    expect(await shown({ caches })).toHaveLength(1);
    expect(await shown({ caches })).toHaveLength(0);
  });
});
