import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { gzip } from "../../src/build/shards.ts";
import { crc32 } from "../../src/datasets/decode.ts";
import { SIZES } from "../../src/reader/tier.ts";
import { PUBLIC, unzip } from "./site.ts";
import manifest from "../../public/datasets/fashion-mnist/manifest.json" with { type: "json" };

const read = (file: string) => new Uint8Array(readFileSync(new URL(`datasets/fashion-mnist/${file}`, PUBLIC)));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test.each([...manifest.train, ...manifest.test])(
  "$file is what the manifest tells",
  ({ file, examples, bytes, crc32: crc, sha256: sha }) => {
    const zipped = read(file);
    const decoded = unzip(zipped);
    expect([zipped.length, sha256(zipped), crc32(decoded).toString(16).padStart(8, "0"), decoded.length]).toEqual([
      bytes,
      sha,
      crc,
      examples * 785,
    ]);
  },
);

test.each([
  ["train", 0, "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888", [2051, 60000, 28, 28]],
  ["train", 1, "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9", [2049, 60000]],
  ["test", 0, "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b", [2051, 10000, 28, 28]],
  ["test", 1, "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34", [2049, 10000]],
] as const)("the shards of %s put together are the official file (%i)", (split, part, official, header) => {
  const file = createHash("sha256").update(Buffer.concat(header.map((n) => Buffer.from([n >>> 24, n >>> 16, n >>> 8, n]))));
  for (const { file: name, examples } of manifest[split]) {
    const decoded = unzip(read(name));
    file.update(part === 0 ? decoded.subarray(0, examples * 784) : decoded.subarray(examples * 784));
  }
  expect(file.digest("hex")).toBe(official);
});

test("gzip tells neither time nor system", () => {
  const zipped = gzip(new Uint8Array(100));
  expect([...zipped.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  expect(unzip(zipped)).toEqual(new Uint8Array(100));
});

test.each([
  ["full", 60_000, 10_000],
  ["quick", 10_000, 2000],
] as const)("the tier %s is as large as readers are told", (tier, train, test) => {
  const bytesOf = (shards: typeof manifest.train, length: number) => {
    let start = 0;
    return shards.reduce((sum, { examples, bytes }) => ((start += examples), start - examples < length ? sum + bytes : sum), 0);
  };
  const bytes = bytesOf(manifest.train, train) + bytesOf(manifest.test, test);
  expect(Math.round(bytes / 1e5) / 10).toBe(SIZES[tier].megabytes);
  const digits = (count: number) => (count >= 10_000 ? count.toLocaleString("en").replace(",", " ") : String(count));
  expect(SIZES[tier].words).toBe(`${digits(train)} 张训练图、${digits(test)} 张测试图`);
});
