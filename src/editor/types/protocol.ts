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
  | { id: number; type: "hover"; text: string; at: number }
  /** the call whose arguments a place lies in; `typed` has just been typed there */
  | { id: number; type: "signature"; text: string; at: number; typed?: "(" | "," };

/** Service → page. */
export interface Answer {
  id: number;
  mistakes?: Mistake[];
  hover?: Hover;
  signature?: Signature;
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

/** What a call takes, and which of it stands at the place asked about. */
export interface Signature {
  /** where the arguments begin */
  from: number;
  /** what stands before, between and after the parameters: `matMul(`, `, `, `): Tensor` */
  before: string;
  between: string;
  after: string;
  parameters: Parameter[];
  /** of `parameters`; beyond its end when there is an argument too many */
  active: number;
  /** the comment above the declaration */
  comment: string;
  /** other ways to call it */
  others: number;
}

export interface Parameter {
  name: string;
  /** with its type */
  text: string;
  comment: string;
}
