/** What can be completed. Types only. */

/** A name, what it is (`function`, `class`, `variable`, `method`, `property`, `namespace`) and its signature. */
export type Name = [name: string, kind: string, detail?: string];

export interface Names {
  /** by the name before the dot: what it holds */
  members: Record<string, Name[]>;
  /** what a tensor has: offered after any other dot */
  tensor: Name[];
  /** what can be used by itself */
  global: Name[];
}

/** `completions.json`, written by the build: the libraries, by specifier. */
export interface KnownNames {
  tfjs: Name[];
  plot: Name[];
  tensor: Name[];
  d2l: Name[];
  display: Name[];
}
