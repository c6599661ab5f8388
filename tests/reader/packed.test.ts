import { expect, test } from "vitest";
import { pack, unpack } from "../../src/reader/packed.ts";

test("texts come back as they were, and the word needs no escaping in an address", async () => {
  const texts = { train: "const 损失 = `a`;\n\n// 😀\n".repeat(40), empty: "" };
  const word = await pack(texts);
  expect(word).toMatch(/^[\w-]+$/);
  expect(word.length).toBeLessThan(200);
  expect(await unpack(word)).toEqual(texts);
});

test.each(["", "!!!", "abcd", "a"])("%j is refused", async (word) => {
  expect(await unpack(word)).toBeUndefined();
});

test("a word that was cut off is refused", async () => {
  const word = await pack({ train: Array.from({ length: 99 }, (_, i) => `line ${i * i}`).join("\n") });
  expect(await unpack(word.slice(0, -20))).toBeUndefined();
});

test("what is not a list of texts is refused", async () => {
  expect(await unpack(await pack([1] as never))).toBeUndefined();
  expect(await unpack(await pack({ a: 1 } as never))).toBeUndefined();
});

test("a small word that inflates without end is refused", async () => {
  const word = await pack({ bomb: "0".repeat(2_000_000) });
  expect(word.length).toBeLessThan(10_000);
  expect(await unpack(word)).toBeUndefined();
});
