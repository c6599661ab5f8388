import type { Emit } from "../../kernel/outputs/types.ts";
import type { Output } from "../../kernel/protocol.ts";

/** Puts the messages of a run together: what a page shows when the run is over. */
export function collect(): { emit: Emit; outputs(): Output[] } {
  const shown = new Map<number, Output>();
  return {
    emit(message) {
      const before = shown.get(message.index);
      if (message.type === "output") shown.set(message.index, message.output);
      else if (before?.type === "text") {
        shown.set(message.index, { ...before, lines: [...before.lines, ...message.lines], omitted: message.omitted });
      }
    },
    outputs: () => [...shown].sort(([a], [b]) => a - b).map(([, output]) => output),
  };
}
