import { parseHTML } from "linkedom";
import { renderOutput } from "./outputs/render.ts";
import { compressPngs } from "./outputs/support/compress-png.ts";
import type { Output } from "../src/kernel/protocol.ts";

/** From the root of the site; the build makes links relative. */
const chapter = "/linear-networks/";

/** The record of a listing as markup, made at build by the code that shows live outputs in the page. */
export function recordMarkup(outputs: readonly Output[]): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const elements = outputs.map((output) => renderOutput(output, document as unknown as Document, "record", { chapter }));
  return compressPngs(elements.map(({ outerHTML }) => outerHTML).join(""));
}
