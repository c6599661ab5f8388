/** Consecutive console lines as one text output; a flood is counted and cut here, before it is sent. */
import type { Line, TextOutput } from "../../protocol.ts";
import { BRIEF, copyValue, LINE, type Bounds } from "../copy/value.ts";
import type { Clock } from "../clock.ts";
import type { Emit } from "../types.ts";
import { formatArguments } from "./printf.ts";

/** lines a text output starts with, and those it ends with when there were more */
export const HEAD = 500;
export const TAIL = 50;
/** values of one line */
const PARTS = 100;
/** least time between two messages */
const PAUSE = 50;

/** What a run may still print, shared by its text outputs. */
export interface Budget {
  lines: number;
  /** when they are used up, what follows is cut short */
  characters: number;
}

export class TextStream {
  #emit: Emit;
  #clock: Clock;
  #index: number;
  #head: number;
  #budget: Budget;

  #lines: Line[] = [];
  /** the last lines of a flood, not yet copied unless they had to be; a ring */
  #ring: (Line | { level: Line["level"]; values: unknown[]; indent: string })[] = [];
  #beyond = 0;
  #sent = 0;
  #sentBeyond = 0;
  #lastSent = -Infinity;
  #timer: unknown;
  #waiting: Promise<unknown>[] = [];
  /** a line that was sent has changed: its tensor's data arrived */
  #stale = false;
  #ended = false;

  constructor(emit: Emit, clock: Clock, index: number, budget: Budget) {
    this.#emit = emit;
    this.#clock = clock;
    this.#index = index;
    this.#budget = budget;
    this.#head = Math.min(HEAD, Math.max(10, budget.lines - TAIL));
  }

  write(level: Line["level"], values: unknown[], indent = ""): void {
    if (this.#lines.length < this.#head) {
      this.#lines.push(this.#copy(level, values, indent, LINE));
      this.#budget.lines--;
      this.#schedule();
      return;
    }
    // Of a flood only the last lines will be shown: what cannot change is copied when it turns out to be among them.
    this.#ring[this.#beyond % TAIL] = values.every(isPrimitive) ? { level, values, indent } : this.#copy(level, values, indent, BRIEF);
    this.#beyond++;
    if (this.#beyond % 256 === 0) this.#schedule();
  }

  /** No line will follow: another output came, or the run is over. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    if (this.#beyond > 0) this.#budget.lines -= Math.min(this.#beyond, TAIL);
    this.#stale ||= this.#beyond > 0;
    this.#send();
  }

  /** Resolves when every tensor among the lines has its data. */
  async settle(): Promise<void> {
    while (this.#waiting.length > 0) await Promise.all(this.#waiting.splice(0));
    if (this.#stale) this.#send();
  }

  #copy(level: Line["level"], values: unknown[], indent: string, bounds: Bounds): Line {
    // All parts share the room of one line.
    let characters = Math.min(bounds.characters, Math.max(BRIEF.characters, this.#budget.characters));
    const parts = formatArguments(values.slice(0, PARTS)).map((value) => {
      const copy = copyValue(value, { ...bounds, characters });
      const used = Math.min(characters, copy.characters);
      characters -= used;
      this.#budget.characters -= used;
      if (copy.ready) this.#waiting.push(copy.ready.then(() => this.#refresh()));
      return copy.value;
    });
    if (values.length > PARTS) parts.push({ type: "cut", text: `……另有 ${values.length - PARTS} 个值` });
    if (indent) parts.unshift({ type: "string", text: indent });
    return { level, parts };
  }

  #schedule(): void {
    const wait = this.#lastSent + PAUSE - this.#clock.now();
    if (wait <= 0) this.#send();
    else this.#timer ??= this.#clock.later(() => this.#send(), wait);
  }

  #refresh(): void {
    this.#stale = true;
    this.#schedule();
  }

  #send(): void {
    this.#clock.cancel(this.#timer);
    this.#timer = undefined;
    if (this.#sent === 0 || this.#stale) this.#emit({ type: "output", index: this.#index, output: this.#whole() });
    else {
      const lines = this.#lines.slice(this.#sent);
      if (lines.length === 0 && this.#beyond === this.#sentBeyond) return;
      this.#emit({ type: "lines", index: this.#index, lines, omitted: this.#beyond });
    }
    this.#stale = false;
    this.#sent = this.#lines.length;
    this.#sentBeyond = this.#beyond;
    this.#lastSent = this.#clock.now();
  }

  /** The output as it stands; the last lines of a flood join it when it has ended. */
  #whole(): TextOutput {
    const last = this.#ended ? this.#tail() : [];
    const omitted = this.#beyond - last.length;
    const output: TextOutput = { type: "text", lines: [...this.#lines, ...last], omitted };
    return last.length > 0 && omitted > 0 ? { ...output, head: this.#lines.length } : output;
  }

  #tail(): Line[] {
    const first = Math.max(0, this.#beyond - TAIL);
    const kept: Line[] = [];
    for (let i = first; i < this.#beyond; i++) {
      const line = this.#ring[i % TAIL];
      kept.push("parts" in line ? line : this.#copy(line.level, line.values, line.indent, LINE));
    }
    return kept;
  }
}

function isPrimitive(value: unknown): boolean {
  return (typeof value !== "object" || value === null) && typeof value !== "function";
}
