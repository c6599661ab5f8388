/** What a listing shows, as a stream of bounded copies. The same in the worker and in Node. */
import type { Line, Output } from "../protocol.ts";
import { realClock, type Clock } from "./clock.ts";
import { createConsole } from "./console/console.ts";
import { TextStream } from "./console/text.ts";
import { showImages } from "./show/images.ts";
import { isElement } from "./show/plot.ts";
import { Place, type Made } from "./place.ts";
import { showProgress } from "./show/progress.ts";
import { showValue } from "./show/value.ts";
import { showTable } from "./show/table.ts";
import type { Console, Display, Emit, Handle, ProgressHandle } from "./types.ts";

export type { Console, Display, Emit, Message } from "./types.ts";

/** outputs of one run */
const OUTPUTS = 200;
/** console lines of one run */
const LINES = 1000;
/** values of all that is displayed in it, entries counted */
const VALUES = 20_000;
/** characters of all its lines: a page lays out some hundred thousand at once without a halt */
const CHARACTERS = 200_000;

/**
 * Makes `display` and `console` for one run.
 *
 * `flush`, awaited when the listing is over (or has failed), shows what is pending and waits for tensors still on the
 * GPU; it rejects with what a deferred `update(() => …)` threw. After `close` nothing is emitted any more.
 */
export function createDisplay(
  emit: Emit,
  clock: Clock = realClock,
): { display: Display; console: Console; flush(): Promise<void>; close(): void } {
  const places: Place[] = [];
  const progresses: ProgressHandle[] = [];
  const texts: TextStream[] = [];
  const budget = { lines: LINES, characters: CHARACTERS };
  const room = { values: VALUES };
  let text: TextStream | undefined;
  let next = 0;
  let dropped = 0;
  let closed = false;
  const send: Emit = (message) => {
    if (!closed) emit(message);
  };

  function write(level: Line["level"], values: unknown[], indent = ""): void {
    if (closed) return;
    if (!text) texts.push((text = new TextStream(send, clock, next++, budget)));
    text.write(level, values, indent);
  }

  /** A place for one more output; undefined when the run has shown enough. */
  function open(): Place | undefined {
    if (closed) return undefined;
    if (next >= OUTPUTS) {
      dropped++;
      return undefined;
    }
    text?.end();
    text = undefined;
    const index = next++;
    const place = new Place((output: Output) => send({ type: "output", index, output }), clock);
    places.push(place);
    return place;
  }

  function show(make: () => Made, remake: (value: unknown) => () => Made): Handle {
    const place = open();
    place?.show(make);
    return { update: (value) => void (closed || place?.show(remake(value))) };
  }

  /** A value is copied when it is passed; a chart, which does not change, when it is shown; a function is called then. */
  const deferred =
    (toOutput: (value: unknown) => Made) =>
    (value: unknown): (() => Made) => {
      if (typeof value === "function") return () => toOutput((value as () => unknown)());
      if (isElement(value)) return () => toOutput(value);
      const made = toOutput(value);
      return () => made;
    };
  const shown = (value: unknown, toOutput: (value: unknown) => Made): Handle => show(() => toOutput(value), deferred(toOutput));

  const display: Display = Object.assign(
    (value: unknown) =>
      show(
        () => showValue(value, room),
        deferred((value) => showValue(value)),
      ),
    {
      images: ((images, options = {}) => shown(images, (value) => showImages(value, options))) as Display["images"],
      table: ((rows, { columns } = {}) => shown(rows, (value) => showTable(value, columns))) as Display["table"],
      progress: ((label, total, { unit } = {}) => {
        const place = open();
        if (!place) return { update() {}, end() {} };
        const handle = showProgress(place, clock, label, total, unit);
        progresses.push(handle);
        return handle;
      }) as Display["progress"],
    },
  );

  return {
    display,
    console: createConsole({ write, table: (rows, columns) => void display.table(rows, columns && { columns }) }, clock),
    async flush() {
      if (dropped > 0) {
        write("warn", [
          `还有 ${dropped} 个输出没有显示：一次运行最多显示 ${OUTPUTS} 个。循环里要反复显示的东西，用 const h = display(…) 和 h.update(…)。`,
        ]);
        dropped = 0;
      }
      for (const progress of progresses) progress.end();
      text?.end();
      text = undefined;
      const settled = await Promise.allSettled([...texts, ...places].map((output) => output.settle()));
      const failure = settled.find((result) => result.status === "rejected");
      if (failure) throw failure.reason;
    },
    close() {
      closed = true;
    },
  };
}
