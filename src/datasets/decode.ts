/** A shard as it came → its bytes, checked against the manifest. */
import { dataError } from "./error.ts";
import type { Shard } from "./manifest.ts";

/**
 * Decodes a shard and proves it is the published one; `length` is the number of decoded bytes. They stand at the beginning of `room`, which is
 * at least as long, or in an array of their own.
 *
 * Gzip ends with the CRC-32 of what it holds, and decompression checks the content against it; so it is enough that this number is
 * the manifest's. Bytes that a server or proxy has already decompressed are taken as well, and then summed up here.
 */
export async function decode(
  bytes: Uint8Array,
  shard: Shard,
  length: number,
  room: Uint8Array = new Uint8Array(length),
): Promise<Uint8Array> {
  const expected = Number.parseInt(shard.crc32, 16);
  if (!isGzip(bytes)) {
    if (bytes[0] === "<".charCodeAt(0)) throw dataError("missing", shard.file); // a page in place of the file
    if (bytes.length < length) throw dataError("truncated", shard.file);
    if (bytes.length > length || crc32(bytes) !== expected) throw dataError("corrupted", shard.file);
    return bytes;
  }
  if (bytes.length < shard.bytes) throw dataError("truncated", shard.file);
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8);
  if (trailer.getUint32(0, true) !== expected) throw dataError("corrupted", shard.file);
  if (typeof DecompressionStream === "undefined") throw dataError("unsupported", shard.file);
  const decoded = await decompress(bytes, room.subarray(0, length)).catch(() => undefined);
  if (!decoded) throw dataError("corrupted", shard.file);
  return decoded;
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Decompresses to exactly the bytes of `decoded`, or throws. */
async function decompress(bytes: Uint8Array, decoded: Uint8Array): Promise<Uint8Array> {
  const reader = new Response(bytes as Uint8Array<ArrayBuffer>).body!.pipeThrough(new DecompressionStream("gzip")).getReader();
  let filled = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    decoded.set(part.value, filled); // throws when there is more than expected
    filled += part.value.length;
  }
  if (filled !== decoded.length) throw new RangeError(`expected ${decoded.length} bytes, found ${filled}`);
  return decoded;
}

/** Remainder of each byte in the CRC-32 of ISO 3309, reflected, as gzip and zlib use it (RFC 1952, 8). */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ REMAINDERS[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}
