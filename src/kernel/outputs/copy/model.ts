/** A model of layers as it was when it was shown. */
import type { Value } from "../../protocol.ts";

/**
 * A model of layers as its layers: class, shape of the output, number of parameters. Their names, which tfjs counts up
 * from run to run, are left out.
 */
export function copyModel(value: object): Value | undefined {
  const model = value as Record<"layers" | "countParams" | "getClassName", unknown>;
  if (typeof model.countParams !== "function" || typeof model.getClassName !== "function" || !Array.isArray(model.layers)) return undefined;
  const { layers, getClassName } = model;
  const text = (layer: { getClassName(): string; outputShape?: unknown; countParams(): number }) => {
    const shape = Array.isArray(layer.outputShape) ? layer.outputShape.map((length: unknown) => length ?? "n").join(", ") : "?";
    return `${layer.getClassName()} → [${shape}]，${layer.countParams()} 个参数`;
  };
  const entries = layers.slice(0, 100).map((layer: Parameters<typeof text>[0]) => ({ value: { type: "cut" as const, text: text(layer) } }));
  return {
    type: "object",
    name: `${String(getClassName.call(value))}(${layers.length})`,
    entries,
    omitted: layers.length - entries.length,
  };
}
