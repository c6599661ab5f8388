import { shapes, type State } from "./states.ts";

/** The shape of a state, to stand before its word; none while nothing has happened. */
export function shapeOf(state: State): Element[] {
  const path = shapes[state];
  if (!path) return [];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "shape");
  svg.setAttribute("viewBox", "0 0 10 10");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return [svg];
}
