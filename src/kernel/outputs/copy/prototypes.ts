/** A proxy can name itself as its own prototype. */
const { getPrototypeOf } = Object;

/** Does the chain of an object's prototypes end? `instanceof` would look for its end for ever. */
export function hasEnd(object: object): boolean {
  let last: object | null = object;
  for (let step = 0; step < 100 && last; step++) last = getPrototypeOf(last) as object | null;
  return last === null;
}
