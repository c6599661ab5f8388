/** The globals that listings use: of all there are, those a mistyped name may have meant. */
export const FAMILIAR: readonly string[] = [
  "tf",
  "Plot",
  "display",
  "console",
  "Math",
  "Array",
  "Object",
  "Number",
  "String",
  "Promise",
  "Infinity",
  "undefined",
  "performance",
  "Float32Array",
  "Int32Array",
  "Uint8Array",
];

/** The candidate a mistyped name most likely meant: at most a third of its letters changed, capitals counting little. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  let least = limit + 0.5;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit) continue;
    const folded = distance(fold(name), fold(candidate)) + (fold(name) === fold(candidate) ? 0 : 0.25);
    if (folded < least && (name.length > 2 || folded < 1)) [best, least] = [candidate, folded];
  }
  return best;
}

/** `num_epochs`, `numEpochs` and `NumEpochs` are the same to a hurried reader. */
function fold(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

/** Edits between two words; neighbours swapped count a little less than one (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const substitution = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + 0.9 : Infinity;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, substitution, swapped);
    }
  }
  return rows[a.length][b.length];
}
