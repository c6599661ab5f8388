import { escape, type Figure, type Handle, type Parameter, type Parameters } from "../figures/kit.ts";

/** Has the reader anything to move? A figure without parameters is still. */
export function isExplorable(figure: Figure): boolean {
  return Object.keys(figure.parameters).length > 0;
}

/** A parameter's value as the slider's label writes it: with the digits of its step. */
export function formatParameter(parameter: Parameter, value: number): string {
  if (parameter.format) return parameter.format(value);
  const digits = Math.max(0, Math.ceil(-Math.log10(parameter.step) - 1e-9));
  return value.toFixed(digits).replace("-", "−");
}

/** Within the parameter's range. */
export function clamp(parameter: Parameter, value: number): number {
  return Math.min(parameter.max, Math.max(parameter.min, value));
}

/** Joins a change to the parameters; what has a range stays within it, what is not a number changes nothing. */
export function change<P extends Parameters>(figure: Figure<P>, now: P, changes: Partial<P>): P {
  const next: Parameters = { ...now };
  for (const [name, value] of Object.entries(changes) as [string, number][]) {
    const parameter = (figure.parameters as Record<string, Parameter>)[name];
    if (parameter && Number.isFinite(value)) next[name] = clamp(parameter, value);
  }
  return next as P;
}

/** A point one can take hold of: a ring to see, a wider disc to touch (at least 24 px when the figure is 320 px wide), a name to hear. */
export function handleMarkup<P extends Parameters>(handle: Handle<P>, index: number, width: number): string {
  const touch = Math.max(16, Math.ceil((width / 320) * 12.5));
  return (
    `<g class="handle" data-handle="${index}" tabindex="0" role="button" aria-roledescription="可拖动的点" aria-label="${escape(handle.label)}" transform="translate(${handle.x} ${handle.y})">` +
    `<circle class="touch" r="${touch}"/><circle class="grip" r="7"/></g>`
  );
}
