/** The messages between page and type service, and what the service works from. Types only. */

/** `types.json`: declarations by path, and the path of each package's entry. */
export interface TypeFiles {
  files: Record<string, string>;
  packages: Record<string, string>;
}

/** Page → service. `id` names the question. */
export type Question =
  | { id: number; type: "open"; /** absolute URL of `types.json` */ url: string }
  /** the text of a section and what is wrong with it */
  | { id: number; type: "check"; text: string }
  /** what stands at a place of the text */
  | { id: number; type: "hover"; text: string; at: number };

/** Service → page. */
export interface Answer {
  id: number;
  mistakes?: Mistake[];
  hover?: Hover;
  /** the service could not be opened */
  failed?: string;
}

/** Positions are offsets in the text. */
export interface Mistake {
  from: number;
  to: number;
  message: string;
  /** an unused name and the like: no fault */
  slight: boolean;
}

export interface Hover {
  from: number;
  to: number;
  /** the type, as TypeScript writes it */
  type: string;
  /** the comment above the declaration */
  comment: string;
}
