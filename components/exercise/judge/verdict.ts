/** What 检查 says. */
export interface Verdict {
  verdict: "pass" | "fail" | "error";
  /** which misconception or fault was found; `right` when none */
  name: string;
  /** Chinese, for the reader */
  says: string;
  /** line of the attempt that an error points at, 1-based */
  line?: number;
}

export const pass = (says = ""): Verdict => ({ verdict: "pass", name: "right", says });
export const fail = (name: string, says: string): Verdict => ({ verdict: "fail", name, says });
export const error = (name: string, says: string, line?: number): Verdict => ({
  verdict: "error",
  name,
  says,
  ...(line !== undefined && { line }),
});
