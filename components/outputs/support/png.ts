/** A PNG file from bytes: pure, so that the build and the page make the same picture. */

/** PNG's colour types: 0 grey, 2 RGB, 3 palette, 6 RGBA. */
const COLOUR_TYPE = { 1: 0, 3: 2, 4: 6 } as const;

export interface Pixels {
  width: number;
  height: number;
  /** 1 grey (or a place in the palette), 3 RGB, 4 RGBA */
  channels: 1 | 3 | 4;
  /** row-major */
  bytes: Uint8Array;
  /** RGB triples */
  palette?: Uint8Array;
}

/** A `data:` URL of the picture, whose data are stored, not compressed: they are small, and this is short. */
export function pngUrl({ width, height, channels, bytes, palette }: Pixels): string {
  const stride = width * channels;
  const rows = new Uint8Array(height * (stride + 1)); // each row is preceded by its filter, 0
  for (let y = 0; y < height; y++) rows.set(bytes.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  const header = [...word(width), ...word(height), 8, palette ? 3 : COLOUR_TYPE[channels], 0, 0, 0];
  const file = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", Uint8Array.from(header)),
    ...(palette ? [chunk("PLTE", palette)] : []),
    chunk("IDAT", stored(rows)),
    chunk("IEND", new Uint8Array(0)),
  ];
  return `data:image/png;base64,${btoa(file.map(binary).join(""))}`;
}

/** The bytes behind base64. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i); // with `from` and a callback ten times as long
  return bytes;
}

function binary(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return text;
}

function word(value: number): [number, number, number, number] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

/** Length, type, data, CRC of type and data. */
export function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = new Uint8Array(4 + data.length);
  for (let i = 0; i < 4; i++) body[i] = type.charCodeAt(i);
  body.set(data, 4);
  return join(Uint8Array.from(word(data.length)), body, Uint8Array.from(word(crc32(body))));
}

/** A zlib stream of stored blocks (RFC 1950, RFC 1951 §3.2.4). */
function stored(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let start = 0; start === 0 || start < data.length; start += 65535) {
    const block = data.subarray(start, start + 65535);
    const last = start + 65535 >= data.length ? 1 : 0;
    const { length } = block;
    parts.push(Uint8Array.of(last, length & 255, length >>> 8, ~length & 255, (~length >>> 8) & 255), block);
  }
  return join(...parts, Uint8Array.from(word(adler32(data))));
}

function join(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** The remainder of each byte: a table, since a page of images is thousands of checksums. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) crc = (crc >>> 8) ^ REMAINDERS[(crc ^ byte) & 255];
  return ~crc >>> 0;
}

function adler32(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
