/** Chance that repeats: a listing's run draws the same numbers whenever its seed is the same. */

/**
 * Replaces `Math.random` by a generator that depends on the kernel's seed and the listing only, so that what a listing
 * draws does not depend on what ran before it. tfjs seeds its own generators from `Math.random`.
 */
export function seedRandom(seed: number, listing: string): void {
  Math.random = sfc32(`${seed}/${listing}`);
}

/** Chris Doty-Humphrey's Small Fast Counting generator (PractRand, sfc32): 128 bits of state, numbers in [0, 1). */
export function sfc32(text: string): () => number {
  let [a, b, c, d] = hash(text);
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 15; i++) next(); // the author's mixing rounds: neighbouring seeds part ways
  return next;
}

/** Four 32-bit words from a text: FNV-1a with four offsets, each finished by MurmurHash3's mixer. */
function hash(text: string): [number, number, number, number] {
  const word = (offset: number) => {
    let h = offset;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return h ^ (h >>> 16);
  };
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x243f6a88), word(0xb7e15162)];
}
