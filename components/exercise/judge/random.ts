/** Chance for hidden inputs, the same again for the same seed. */
export interface Random {
  uniform(min: number, max: number): number;
  /** standard normal */
  normal(): number;
  /** both ends included */
  integer(min: number, max: number): number;
  list<T>(length: number, make: (i: number) => T): T[];
}

/** Tommy Ettinger's mulberry32; normal numbers by Box and Muller. Rounded to float32's comfort, so that inputs print short. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    uniform: (min, max) => round(min + (max - min) * next()),
    normal: () => round(Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
    integer: (min, max) => min + Math.floor((max - min + 1) * next()),
    list: (length, make) => Array.from({ length }, (_, i) => make(i)),
  };
}
