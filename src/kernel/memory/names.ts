/** `tf.layers` whose automatic names do not depend on what ran before. */
import { layers as original } from "@tensorflow/tfjs-layers";
import { nameOf } from "./engine.ts";

/**
 * tfjs numbers unnamed layers for the life of the page: `dense_Dense1` in the first run is `dense_Dense2` in the
 * second, and `model.summary()` prints it. Here the number is the smallest that is free.
 */
export const layers: typeof original = { ...original };

for (const [key, make] of Object.entries(original)) {
  if (!/^[a-z]/.test(key) || key === "input") continue; // classes, and the one factory that makes no layer
  Object.assign(layers, {
    [key]: (settings?: { name?: string }) => {
      const layer = (make as (settings?: { name?: string }) => { name: string })(settings);
      if (!settings?.name) layer.name = nameOf(layer.name.replace(/\d+$/, "")) ?? layer.name;
      return layer;
    },
  });
}
