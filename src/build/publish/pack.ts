/** `npm run pack`: the built site as `release/course-<version>.zip`, with its checksum beside it (`sha256sum -c`). */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { release } from "../release.ts";
import { builtFolder, filesBelow, releaseFolder } from "./files.ts";
import { zip } from "./zip.ts";

const dist = builtFolder();
const folder = `course-${release().version}`;
const entries = filesBelow(dist).map((path) => ({ path: `${folder}/${path}`, bytes: readFileSync(join(dist, path)) }));
const archive = zip(entries);
const name = `${folder}.zip`;
const checksum = createHash("sha256").update(archive).digest("hex");
mkdirSync(releaseFolder, { recursive: true });
writeFileSync(join(releaseFolder, name), archive);
writeFileSync(join(releaseFolder, `${name}.sha256`), `${checksum}  ${name}\n`);
console.log(`${join(releaseFolder, name)}: ${entries.length} files, ${(archive.length / 2 ** 20).toFixed(1)} MiB, sha256 ${checksum}`);
