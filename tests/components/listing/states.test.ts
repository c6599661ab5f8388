import { expect, test } from "vitest";
import { badge, describe as say, duration, shapes } from "../../../components/listing/states.ts";

test("every state is said in a word, with its reason where there is one", () => {
  expect(say({ state: "idle" })).toBe("");
  expect(say({ state: "idle", othersRan: true })).toBe("未运行");
  expect(say({ state: "queued" })).toBe("排队");
  expect(say({ state: "running" })).toBe("运行中");
  expect(say({ state: "done", milliseconds: 12 })).toBe("已运行 · 12 ms");
  expect(say({ state: "done", stale: "used", because: "3.2-8", milliseconds: 3 })).toContain("3.2-8");
  expect(say({ state: "stale", stale: "upstream", because: "3.2-2" })).toBe("过期：3.2-2 已变");
  expect(say({ state: "stale", stale: "restarted" })).toBe("过期：内核已重启");
  expect(say({ state: "idle", blockedBy: "3.2-2" })).toBe("没有运行：3.2-2 出错");
});

test("a wait that is long enough to be read says what is waited for", () => {
  expect(say({ state: "queued", because: "3.2-2", milliseconds: 100 })).toBe("排队");
  expect(say({ state: "queued", because: "3.2-2", milliseconds: 400 })).toBe("排队：3.2-2 运行中");
  expect(say({ state: "queued", because: "3.2-2", loading: true, milliseconds: 400 })).toBe("排队：内核载入中");
  expect(say({ state: "running", milliseconds: 400 })).toBe("运行中 · 0.4 s");
  expect(say({ state: "running", loading: true, milliseconds: 400 })).toBe("载入内核 · 0.4 s");
  expect(say({ state: "running", loading: true, milliseconds: 12_000 })).toBe("载入内核 · 12 s，网络很慢");
});

test("every state but idle has a shape of its own", () => {
  const all = ["queued", "running", "done", "failed", "stopped", "stale"] as const;
  expect(new Set(all.map((state) => shapes[state])).size).toBe(all.length);
});

test("durations have the precision that means something", () => {
  expect([3.4, 99, 250, 9_940, 12_400, 125_000].map(duration)).toEqual(["3 ms", "99 ms", "0.3 s", "9.9 s", "12 s", "2 min 5 s"]);
});

test("the badge tells record, live and stale apart", () => {
  expect(badge("record", { state: "idle" }).word).toBe("记录");
  expect(badge("live", { state: "done" }).word).toBe("实时");
  expect(badge("live", { state: "done", stale: "used" }).word).toBe("实时");
  expect(badge("live", { state: "stale", stale: "edited" }).word).toBe("过期");
});
