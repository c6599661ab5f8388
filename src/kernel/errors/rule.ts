/** One explanation: which failures it is for, and what to say. */
import type { Explanation } from "../protocol.ts";
import type { Thrown } from "./thrown.ts";

/** What the kernel knows of the place where it failed. */
export interface Context {
  listing?: string;
  /** 1-based, within the listing */
  line?: number;
  column?: number;
  /** that line, as the listing has it */
  text?: string;
  /** names the listing can use: a misspelt one is looked for among them */
  names?: readonly string[];
}

export type Said = Pick<Explanation, "title" | "hint" | "link"> & { /** a narrower kind than the rule's */ kind?: string };

export interface Rule {
  kind: string;
  /** matches the message, as the engine or tfjs words it */
  when: RegExp;
  say(match: RegExpExecArray, thrown: Thrown, context: Context): Said | undefined;
}

/** `2,3` as tfjs prints it → [2, 3] */
export function shape(text: string): string {
  return `[${text.split(",").filter(Boolean).join(", ")}]`;
}
