/** Colours of the bytes 1…255, which run from min to max; 0, not finite, is vermilion. Signed values diverge at zero. */
export function palette(min: number, max: number): Uint8Array {
  const colours = new Uint8Array(3 * 256);
  colours.set([214, 69, 38]);
  const reach = Math.max(Math.abs(min), Math.abs(max));
  for (let i = 1; i < 256; i++) {
    const value = min + ((i - 1) / 254) * (max - min);
    const share = min < 0 ? Math.abs(value) / reach : (i - 1) / 254;
    const end = min < 0 && value > 0 ? [178, 24, 43] : min < 0 ? [33, 102, 172] : [20, 40, 80];
    colours.set(
      end.map((part) => Math.round(255 + (part - 255) * share)),
      3 * i,
    );
  }
  return colours;
}
