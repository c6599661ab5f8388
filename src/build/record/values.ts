export type ValueFormat = "exp" | "percent";

/**
 * A recorded number as prose prints it. `digits` counts significant digits (4 when absent; whole numbers stay whole).
 * `exp` gives 5.1×10⁻⁵, `percent` gives 83.4%. Strings stay as they are.
 */
export function formatValue(value: number | string | boolean, digits?: number, format?: ValueFormat): string {
  if (typeof value !== "number") return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  if (format === "percent") return `${plain(value * 100, digits ?? 3)}%`;
  if (format === "exp") return scientific(value, digits ?? 2);
  return digits === undefined && Number.isInteger(value) ? minus(String(value)) : plain(value, digits ?? 4);
}

/** Significant digits without exponent; a whole part is never rounded. */
function plain(value: number, digits: number): string {
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return minus(value.toFixed(Math.min(20, Math.max(0, digits - 1 - magnitude))));
}

function scientific(value: number, digits: number): string {
  const [mantissa = "", exponent = ""] = value.toExponential(digits - 1).split("e");
  const raised = [...exponent.replace("+", "")].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)])).join("");
  return `${minus(mantissa)}×10${raised}`;
}

/** The minus sign of mathematics. */
function minus(text: string): string {
  return text.replace("-", "−");
}

/** Follows `losses.2`, in what an experiment saved also `last.testAcc.low`, to a plain value. */
export function pick(values: Record<string, unknown>, path: string): number | string | boolean | undefined {
  let value: unknown = values;
  for (const step of path.split(".")) {
    if (Array.isArray(value)) value = value.at(Number(step));
    else value = typeof value === "object" && value !== null && Object.hasOwn(value, step) ? value[step as keyof typeof value] : undefined;
  }
  return typeof value === "object" ? undefined : (value as number | string | boolean | undefined);
}
