import type { Knob } from "../../src/listing/types.ts";

/** `const lr = 0.03` up to the number, and the number. */
const declaration = (name: string) => new RegExp(`(\\b(?:const|let)\\s+${name}\\s*(?::[^=\\n]+)?=\\s*)(-?[\\d._]+(?:e[+-]?\\d+)?)`, "i");

/** The number a text gives a constant; undefined when it is no plain number there. */
export function readKnob(source: string, name: string): number | undefined {
  const text = declaration(name).exec(source)?.[2];
  const value = Number(text?.replaceAll("_", "") ?? NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** The text with another number. */
export function writeKnob(source: string, name: string, value: number): string {
  return source.replace(declaration(name), (_, before: string) => before + String(value));
}

/** Where a slider of 1000 steps stands for a value. */
export function positionOf({ min, max, log }: Knob, value: number): number {
  const part = log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return Math.round(1000 * Math.min(1, Math.max(0, part)));
}

/** The value at a slider's position, rounded to what one would type. */
export function valueAt({ min, max, step, log }: Knob, position: number): number {
  const part = position / 1000;
  if (log) return Number((min * (max / min) ** part).toPrecision(2));
  const value = min + part * (max - min);
  if (step !== undefined) return Number((min + Math.round((value - min) / step) * step).toPrecision(10));
  return Number.isInteger(min) && Number.isInteger(max) && max - min >= 10 ? Math.round(value) : Number(value.toPrecision(3));
}

/** The text with the number at which a slider under a listing stands. */
export function writeSlider(source: string, slider: HTMLInputElement): string {
  const knob = JSON.parse(slider.dataset.knob ?? "{}") as Knob;
  return writeKnob(source, knob.name, valueAt(knob, slider.valueAsNumber));
}

/** Shows what the text says by now. */
export function showKnobs(host: HTMLElement, source: string): void {
  for (const input of host.querySelectorAll("input")) {
    const knob = JSON.parse(input.dataset.knob ?? "{}") as Knob;
    const value = readKnob(source, knob.name);
    input.disabled = value === undefined;
    if (value === undefined) continue;
    if (valueAt(knob, input.valueAsNumber) !== value) input.valueAsNumber = positionOf(knob, value);
    input.setAttribute("aria-valuetext", String(value));
    input.nextElementSibling!.textContent = String(value);
  }
}
