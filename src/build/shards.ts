/**
 * Cuts the official Fashion-MNIST files into the shards the site serves:
 *
 *     npm run shards -- <folder with the four .gz files>
 *
 * Without a folder, `FASHION_MNIST` or Debian's package `dataset-fashion-mnist` says where they are.
 * A shard is a gzip file that holds the pixels of its examples, one byte each, and after them the labels.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, crc32, gunzipSync, gzipSync } from "node:zlib";
import type { Manifest, Shard } from "../datasets/manifest.ts";

/** SHA-256 of the official files, as they come and decompressed, and how many examples each holds. */
const OFFICIAL = {
  "train-images-idx3-ubyte": {
    gz: "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7",
    raw: "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
  },
  "train-labels-idx1-ubyte": {
    gz: "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056",
    raw: "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
  },
  "t10k-images-idx3-ubyte": {
    gz: "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa",
    raw: "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
  },
  "t10k-labels-idx1-ubyte": {
    gz: "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05",
    raw: "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
  },
};

const PIXELS = 28 * 28;
/** Examples a shard holds: the first one is enough for a trial, the first two make the quick tier of the training set. */
const CUTS = { train: [2000, 8000, 10000, 10000, 10000, 10000, 10000], test: [2000, 8000] };
const PREFIX = { train: "train", test: "t10k" };

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Reads one official file and strips its idx header (a magic number and one size per axis, four bytes each). */
export function readOfficial(folder: string, name: keyof typeof OFFICIAL): Uint8Array {
  const gz = readFileSync(join(folder, `${name}.gz`));
  const raw = gunzipSync(gz);
  for (const [kind, bytes] of [
    ["gz", gz],
    ["raw", raw],
  ] as const) {
    const found = sha256(bytes);
    if (found !== OFFICIAL[name][kind]) {
      throw new Error(
        `${name}: expected the official file (sha256 of ${kind}: ${OFFICIAL[name][kind]}), found ${found}. Get a fresh copy; see public/datasets/fashion-mnist/README.md.`,
      );
    }
  }
  const axes = raw[3];
  return raw.subarray(4 + 4 * axes);
}

/** Gzip whose bytes tell neither time nor operating system. */
export function gzip(bytes: Uint8Array): Uint8Array {
  const zipped = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
  zipped[9] = 255; // zlib leaves the time 0 but names the system it was built for
  return zipped;
}

/** Cuts one split into shards and writes them; returns what the manifest says of them. */
function cut(split: "train" | "test", from: string, to: string): Shard[] {
  const images = readOfficial(from, `${PREFIX[split]}-images-idx3-ubyte` as keyof typeof OFFICIAL);
  const labels = readOfficial(from, `${PREFIX[split]}-labels-idx1-ubyte` as keyof typeof OFFICIAL);
  let start = 0;
  return CUTS[split].map((count, i) => {
    const end = start + count;
    const decoded = Buffer.concat([images.subarray(start * PIXELS, end * PIXELS), labels.subarray(start, end)]);
    const zipped = gzip(decoded);
    const file = `${split}-${i}.bin`;
    writeFileSync(join(to, file), zipped);
    start = end;
    return { file, examples: count, bytes: zipped.length, crc32: crc32(decoded).toString(16).padStart(8, "0"), sha256: sha256(zipped) };
  });
}

/** Where the official files are: what the caller said, or where Debian's package put them. */
function findOfficial(): string {
  const told = process.argv[2] ?? process.env.FASHION_MNIST;
  if (told) return told;
  try {
    const files = execFileSync("dpkg", ["-L", "dataset-fashion-mnist"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const file = files.split("\n").find((path) => path.endsWith("train-images-idx3-ubyte.gz"));
    if (file) return dirname(file);
  } catch {
    // no dpkg, or the package is not installed: told below
  }
  throw new Error(
    "expected the folder of the official Fashion-MNIST files, found none: `npm run shards -- <folder>`, set FASHION_MNIST, or on Debian `apt-get install dataset-fashion-mnist`.",
  );
}

/** Cuts both splits of the files in `from` into `to` and writes the manifest there. */
export function cutAll(from: string, to: string): Manifest {
  mkdirSync(to, { recursive: true });
  const manifest: Manifest = { height: 28, width: 28, classes: 10, train: cut("train", from, to), test: cut("test", from, to) };
  writeFileSync(join(to, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
  return manifest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { train, test } = cutAll(findOfficial(), fileURLToPath(new URL("../../public/datasets/fashion-mnist/", import.meta.url)));
  for (const { file, examples, bytes } of [...train, ...test]) console.log(`${file}  ${examples} examples  ${(bytes / 1e6).toFixed(2)} MB`);
}
