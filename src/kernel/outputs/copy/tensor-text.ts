/** Tensors as text, in the manner of PyTorch: nested brackets, aligned columns, the edges of what is large. */

/** The data of a tensor as the backend hands them over. */
export type Data = ArrayLike<number> | ArrayLike<string>;

/** entries above which only the edges are printed */
const THRESHOLD = 200;
/** characters after which a row goes on in the next line */
const LINE = 76;

/**
 * Prints a row-major array of the given shape.
 *
 * Floats share one format, chosen over the entries that are printed: at most six significant digits and four decimals;
 * scientific when the entries leave [1e-4, 1e6). After `torch/_tensor_str.py`.
 */
export function printTensor(data: Data, shape: readonly number[], dtype: string): string {
  if (shape.length === 0) return printScalar(data[0], dtype);
  const size = shape.reduce((product, length) => product * length, 1);
  if (size === 0) return "[]";
  const edge = size <= THRESHOLD ? Infinity : shape.length <= 3 ? 3 : 1;

  const shown: (number | string)[] = [];
  visit(shape, edge, (offset) => shown.push(data[offset]));
  const format = chooseFormat(shown, dtype);
  const width = Math.max(...shown.map((entry) => format(entry).length));

  let next = 0;
  const lines = (axis: number): string[] => {
    const places = edgePlaces(shape[axis], edge);
    if (axis === shape.length - 1) {
      return wrap(places.map((place) => (place < 0 ? "…" : format(shown[next++]).padStart(width))));
    }
    // As in PyTorch, blocks of more than one line are set apart by empty lines.
    const gap = "\n".repeat(shape.length - axis - 1);
    const blocks = places.map((place) =>
      place < 0
        ? " …"
        : lines(axis + 1)
            .map((line) => " " + line)
            .join("\n"),
    );
    const text = blocks.join("," + gap);
    return ("[" + text.slice(1) + "]").split("\n");
  };
  return lines(0).join("\n");
}

/** Calls back with the offset of each entry that is printed, in order. */
function visit(shape: readonly number[], edge: number, each: (offset: number) => void, axis = 0, offset = 0): void {
  if (axis === shape.length) return each(offset);
  let stride = 1;
  for (const length of shape.slice(axis + 1)) stride *= length;
  for (const place of edgePlaces(shape[axis], edge)) {
    if (place >= 0) visit(shape, edge, each, axis + 1, offset + place * stride);
  }
}

/** The positions printed along one axis; -1 stands for those left out. */
function edgePlaces(length: number, edge: number): number[] {
  const all = length <= 2 * edge + 1;
  const count = all ? length : edge;
  const head = Array.from({ length: count }, (_, i) => i);
  return all ? head : [...head, -1, ...head.map((i) => length - edge + i)];
}

/** One row in brackets, broken at the line's width. */
function wrap(cells: string[]): string[] {
  const perLine = Math.max(1, Math.floor(LINE / (cells[0].length + 2)));
  const lines: string[] = [];
  for (let i = 0; i < cells.length; i += perLine) lines.push(cells.slice(i, i + perLine).join(", "));
  return ("[" + lines.join(",\n ") + "]").split("\n");
}

function printScalar(entry: number | string, dtype: string): string {
  if (typeof entry === "string") return JSON.stringify(entry);
  if (dtype === "bool") return String(Boolean(entry));
  return dtype === "float32" ? shortNumber(entry) : String(entry);
}

/** At most six significant digits, no trailing zeros. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(6));
  const size = Math.abs(rounded);
  return size !== 0 && (size < 1e-4 || size >= 1e9) ? rounded.toExponential() : String(rounded);
}

function chooseFormat(entries: (number | string)[], dtype: string): (entry: number | string) => string {
  if (dtype === "string") return (entry) => JSON.stringify(String(entry).slice(0, 80));
  if (dtype === "bool") return (entry) => String(Boolean(entry));
  const sizes = entries.map((entry) => Math.abs(Number(entry))).filter((size) => Number.isFinite(size) && size > 0);
  const largest = Math.max(0, ...sizes);
  const smallest = Math.min(Infinity, ...sizes);
  if (dtype !== "float32" || (sizes.every(Number.isInteger) && largest < 1e6)) return (entry) => String(Number(entry));

  const scientific = largest >= 1e6 || smallest < 1e-4;
  const decimals = Math.max(1, Math.min(4, 6 - Math.floor(largest).toString().length));
  return (entry) => {
    const value = Number(entry);
    if (!Number.isFinite(value)) return String(value);
    return scientific ? value.toExponential(4) : value.toFixed(decimals);
  };
}
