import type { AxisScale, PlotOutput } from "../../src/kernel/protocol.ts";

/** A line of a chart, in the numbers that were plotted. */
export interface Series {
  /** what the chart calls it, where it says so */
  name?: string;
  points: [x: number, y: number][];
}

/** The lines of a chart; undefined when it has none, or axes that are not numbers. */
export function seriesOf({ svg, scales }: PlotOutput): Series[] | undefined {
  if (!scales) return undefined;
  const names = namesOf(svg);
  const lines = [...svg.matchAll(/<g\b[^>]*aria-label="line"[^>]*>([\s\S]*?)<\/g>/g)].flatMap(([group, inside = ""]) =>
    [...inside.matchAll(/<path\b[^>]*>/g)].flatMap(([path]): Series[] => {
      const points = pointsOf(attribute(path, "d") ?? "");
      if (points.length < 2) return [];
      const name = names.get(attribute(path, "stroke") ?? attribute(group, "stroke") ?? "");
      return [{ points: points.map(([x, y]) => [invert(scales.x, x), invert(scales.y, y)]), ...(name !== undefined && { name }) }];
    }),
  );
  return lines.length > 0 ? lines : undefined;
}

/** The vertices of a path of straight lines; none when it has curves. */
export function pointsOf(d: string): [number, number][] {
  if (/[^MLZ\d.,\s+\-eE]/.test(d)) return [];
  return [...d.matchAll(/[ML]\s*([^,\s]+)[,\s]+([^MLZ\s,]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/** A place on the chart → the number it stands for. */
export function invert({ type, domain: [a, b], range: [c, d] }: AxisScale, at: number): number {
  const part = (at - c) / (d - c);
  return type === "log" ? a * (b / a) ** part : a + part * (b - a);
}

/** What stands at the end of a line in the colour of the line. */
function namesOf(svg: string): Map<string, string> {
  return new Map(
    [...svg.matchAll(/<text\b([^>]*)>([^<]+)<\/text>/g)].flatMap(([, attributes = "", text = ""]) => {
      const fill = attribute(attributes, "fill");
      return fill ? [[fill, text] as const] : [];
    }),
  );
}

function attribute(markup: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(markup)?.[1];
}
