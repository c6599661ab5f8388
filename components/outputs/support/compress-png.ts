/** At build: the pictures of records, which every reader fetches with the page. (A picture of a live run is stored as it is, see png.ts.) */
import { deflateSync, inflateSync } from "node:zlib";
import { chunk } from "./png.ts";

/** The same picture with its pixels compressed. */
export function compressPng(url: string): string {
  const file = Buffer.from(url.replace(/^data:image\/png;base64,/, ""), "base64");
  const parts: Uint8Array[] = [file.subarray(0, 8)];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    parts.push(chunk(type, type === "IDAT" ? deflateSync(inflateSync(data), { level: 9 }) : data));
    at += 12 + length;
  }
  return `data:image/png;base64,${Buffer.concat(parts).toString("base64")}`;
}

/** Every picture of a piece of markup compressed. */
export function compressPngs(markup: string): string {
  return markup.replace(/data:image\/png;base64,[\w+/=]+/g, compressPng);
}
