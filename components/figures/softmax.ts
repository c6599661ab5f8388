/** softmax and its companions on plain numbers: what the figures of 3.4 compute. */

/** The probabilities of scores, by (3.4.2), with the largest score subtracted first so that nothing overflows. */
export function softmax(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const exps = scores.map((o) => Math.exp(o - largest));
  const sum = exps.reduce((a, b) => a + b, 0);
  return exps.map((e) => e / sum);
}

/** −Σ P(j) log Q(j), with 0 log 0 = 0; `log` chooses the unit. */
export function crossEntropy(P: readonly number[], Q: readonly number[], log: (x: number) => number = Math.log): number {
  return -P.reduce((sum, p, j) => sum + (p === 0 ? 0 : p * log(Q[j])), 0);
}
