/** The `console` a listing gets. */
import type { Line } from "../../protocol.ts";
import type { Clock } from "../clock.ts";
import type { Console } from "../types.ts";

export interface Sinks {
  write(level: Line["level"], values: unknown[], indent: string): void;
  table(rows: unknown, columns?: readonly string[]): void;
}

/** Makes a console that writes lines and tables; its state (timers, counters, groups) is that of one run. */
export function createConsole({ write, table }: Sinks, clock: Clock): Console {
  const timers = new Map<string, number>();
  const counts = new Map<string, number>();
  let indent = "";
  const at =
    (level: Line["level"]) =>
    (...values: unknown[]) =>
      write(level, values, indent);
  const log = at("log");
  const warn = at("warn");

  const elapsed = (label: string, end: boolean, values: unknown[] = []) => {
    const start = timers.get(label);
    if (start === undefined) return warn(`计时器“${label}”还没有开始：先写 console.time("${label}")`);
    if (end) timers.delete(label);
    log(`${label}: ${(clock.now() - start).toFixed(1)} ms`, ...values);
  };
  const group = (...values: unknown[]) => {
    if (values.length > 0) log(...values);
    if (indent.length < 40) indent += "  ";
  };

  return {
    log,
    info: log,
    debug: log,
    trace: log,
    warn,
    error: at("error"),
    dir: (value) => log(value),
    table: (rows, columns) => (typeof rows === "object" && rows !== null ? table(rows, columns) : log(rows)),
    time: (label = "default") => void timers.set(String(label), clock.now()),
    timeLog: (label = "default", ...values) => elapsed(String(label), false, values),
    timeEnd: (label = "default") => elapsed(String(label), true),
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = "default") => void counts.delete(label),
    assert: (condition = false, ...values) => {
      if (condition) return;
      if (typeof values[0] === "string") write("error", [`断言不成立：${values[0]}`, ...values.slice(1)], indent);
      else write("error", ["断言不成立", ...values], indent);
    },
    group,
    groupCollapsed: group,
    groupEnd: () => void (indent = indent.slice(2)),
    clear: () => {},
  };
}
