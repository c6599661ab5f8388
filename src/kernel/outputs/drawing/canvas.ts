/** A canvas of plain numbers: Plot draws the colour ramp of a legend and rasters on one and asks for its data URL. */
import { toBase64 } from "../base64.ts";

export class Canvas {
  width = 300;
  height = 150;
  fillStyle = "black";
  #pixels?: Uint8ClampedArray;

  getContext(): this {
    return this;
  }

  /** Fills whole pixels; enough for ramps. */
  fillRect(left: number, top: number, width: number, height: number): void {
    const colour = parseColour(this.fillStyle);
    const pixels = this.#data();
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) pixels.set(colour, 4 * (y * this.width + x));
    }
  }

  createImageData(width: number, height: number) {
    return { width, height, data: new Uint8ClampedArray(4 * width * height) };
  }

  putImageData({ data }: { data: Uint8ClampedArray }): void {
    this.#data().set(data);
  }

  /** A bitmap file, 32 bits a pixel with alpha: needs no compression. Layout: BITMAPFILEHEADER, BITMAPV4HEADER. */
  toDataURL(): string {
    const header = 14 + 108;
    const pixels = this.#data();
    const file = new DataView(new ArrayBuffer(header + pixels.length));
    const words: [offset: number, value: number][] = [
      [2, file.byteLength],
      [10, header],
      [14, 108],
      [18, this.width],
      [22, -this.height],
      [30, 3],
      [34, pixels.length],
      [54, 0x0000ff],
      [58, 0x00ff00],
      [62, 0xff0000],
      [66, 0xff000000],
      [70, 0x73524742],
    ];
    file.setUint16(0, 0x4d42, true);
    file.setUint16(26, 1, true);
    file.setUint16(28, 32, true);
    for (const [offset, value] of words) file.setUint32(offset, value, true);
    const bytes = new Uint8Array(file.buffer);
    bytes.set(pixels, header);
    return `data:image/bmp;base64,${toBase64(bytes)}`;
  }

  #data(): Uint8ClampedArray {
    return (this.#pixels ??= new Uint8ClampedArray(4 * this.width * this.height));
  }
}

/** What d3's interpolators write: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` or `#0a0b0c`; everything else is black. */
function parseColour(text: string): [number, number, number, number] {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex) return [parseInt(hex[1], 16), parseInt(hex[2], 16), parseInt(hex[3], 16), 255];
  const parts =
    /^rgba?\(([^)]*)\)$/
      .exec(text)?.[1]
      .split(/[\s,/]+/)
      .map(Number) ?? [];
  const [r = 0, g = 0, b = 0, opacity = 1] = parts;
  return [r, g, b, opacity * 255];
}
