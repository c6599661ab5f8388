import { crc32, deflateRawSync } from "node:zlib";

export interface Entry {
  /** path in the archive, with slashes */
  path: string;
  bytes: Uint8Array;
}

/** 1 January 1980, midnight: the same files make the same archive on every day. */
const DATE = (1 << 5) | 1;
const UTF8 = 1 << 11;

/**
 * A ZIP archive (PKWARE's APPNOTE, 4.3; no ZIP64: up to 65 535 files and 4 GiB in all). What does not get smaller is stored as it is.
 * @throws when the archive would need ZIP64
 */
export function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, "utf8");
    const deflated = deflateRawSync(bytes, { level: 9 });
    const smaller = deflated.length < bytes.length;
    const data = smaller ? deflated : Buffer.from(bytes);
    // version, flags, method, time, date, checksum, sizes, length of the name, no extra field: the same in both headers
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(UTF8, 2);
    facts.writeUInt16LE(smaller ? 8 : 0, 4);
    facts.writeUInt16LE(DATE, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([signature(0x04034b50), facts, name, data]);
    // made by version 2.0; no comment, disk 0, no attributes; where the local header stands
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), facts, tail, name);
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  if (entries.length > 0xffff || offset + index.length > 0xffffffff)
    throw new Error("expected: an archive of less than 65536 files and 4 GiB; found: more; split it");
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, index, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
