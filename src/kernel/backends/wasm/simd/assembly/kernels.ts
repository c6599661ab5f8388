/**
 * AssemblyScript (TypeScript's syntax, WebAssembly's types), compiled into `../binary.ts` by `npm run simd`. The functions work on the memory of
 * the tfjs backend; `a`, `b`, `c` are addresses of float32 values, sizes and strides are counts of values.
 */

/** Columns of a narrow product: three vectors of four. */
const COLUMNS: i32 = 12;

/** Copies b, `rows` × `n` entries whose rows lie `rowStride` and columns `stride` apart, to rows of 12, the rest zero. */
export function pad(b: usize, rowStride: i32, stride: i32, rows: i32, n: i32, padded: usize): void {
  for (let r = 0; r < rows; r++) {
    let from = b + ((r * rowStride) << 2);
    let j = 0;
    for (; j < n; j++) {
      f32.store(padded, f32.load(from));
      from += stride << 2;
      padded += 4;
    }
    for (; j < COLUMNS; j++) {
      f32.store(padded, 0);
      padded += 4;
    }
  }
}

/**
 * c = a·b for b of at most 12 columns, given as `pad` leaves it, with room for one more row behind it. Entry (r, t) of a lies at
 * `r * rowStride + t * stride`, so that a transposed matrix is read where it is. c is `rows` × `n`.
 *
 * Two rows of a share what is loaded of b. [256,784]·[784,10] takes V8 0.12 ms so, 0.17 with one or four rows and 0.22 with three; half of an
 * image is black, but to test for zeros costs more than it saves.
 */
export function product(a: usize, rowStride: i32, stride: i32, b: usize, inner: i32, c: usize, rows: i32, n: i32): void {
  const down = (<usize>rowStride) << 2;
  const along = (<usize>stride) << 2;
  const slack = b + <usize>(inner * COLUMNS * 4);
  let r = 0;
  for (; r + 2 <= rows; r += 2) {
    let c00 = f32x4.splat(0),
      c01 = c00,
      c02 = c00;
    let c10 = c00,
      c11 = c00,
      c12 = c00;
    let at = a;
    for (let row = b; row < slack; row += COLUMNS * 4) {
      const b0 = v128.load(row),
        b1 = v128.load(row, 16),
        b2 = v128.load(row, 32);
      const a0 = v128.load32_splat(at);
      c00 = f32x4.add(c00, f32x4.mul(a0, b0));
      c01 = f32x4.add(c01, f32x4.mul(a0, b1));
      c02 = f32x4.add(c02, f32x4.mul(a0, b2));
      const a1 = v128.load32_splat(at + down);
      c10 = f32x4.add(c10, f32x4.mul(a1, b0));
      c11 = f32x4.add(c11, f32x4.mul(a1, b1));
      c12 = f32x4.add(c12, f32x4.mul(a1, b2));
      at += along;
    }
    c = store(c, c00, c01, c02, n, slack);
    c = store(c, c10, c11, c12, n, slack);
    a += 2 * down;
  }
  for (; r < rows; r++) {
    let c0 = f32x4.splat(0),
      c1 = c0,
      c2 = c0;
    let at = a;
    for (let row = b; row < slack; row += COLUMNS * 4) {
      const a0 = v128.load32_splat(at);
      c0 = f32x4.add(c0, f32x4.mul(a0, v128.load(row)));
      c1 = f32x4.add(c1, f32x4.mul(a0, v128.load(row, 16)));
      c2 = f32x4.add(c2, f32x4.mul(a0, v128.load(row, 32)));
      at += along;
    }
    c = store(c, c0, c1, c2, n, slack);
    a += down;
  }
}

/** Writes the first n of 12 values at c, by way of `slack`, and returns what lies behind them. */
function store(c: usize, v0: v128, v1: v128, v2: v128, n: i32, slack: usize): usize {
  v128.store(slack, v0);
  v128.store(slack, v1, 16);
  v128.store(slack, v2, 32);
  for (let j = 0; j < n; j++) f32.store(c + (j << 2), f32.load(slack + (j << 2)));
  return c + (n << 2);
}

/** `length` bytes → float32 in [0, 1], each divided by 255. */
export function unit(bytes: usize, values: usize, length: i32): void {
  const end = bytes + <usize>length;
  for (; bytes + 16 <= end; bytes += 16, values += 64) {
    const sixteen = v128.load(bytes);
    const low = i16x8.extend_low_i8x16_u(sixteen),
      high = i16x8.extend_high_i8x16_u(sixteen);
    v128.store(values, over255(i32x4.extend_low_i16x8_u(low)));
    v128.store(values, over255(i32x4.extend_high_i16x8_u(low)), 16);
    v128.store(values, over255(i32x4.extend_low_i16x8_u(high)), 32);
    v128.store(values, over255(i32x4.extend_high_i16x8_u(high)), 48);
  }
  for (; bytes < end; bytes++, values += 4) f32.store(values, <f32>load<u8>(bytes) / 255);
}

/**
 * x / 255 as x / 256 + x / (255 · 256). The first is exact and the sum is the rounded quotient for each of the 256 bytes, as a test sees.
 * Without a division, and converting from signed integers, which x86-64 has an instruction for, 256 images take 29 µs instead of 51.
 */
function over255(integers: v128): v128 {
  const x = f32x4.convert_i32x4_s(integers);
  return f32x4.add(f32x4.mul(x, f32x4.splat(1.0 / 256)), f32x4.mul(x, f32x4.splat(1.0 / (255 * 256))));
}
