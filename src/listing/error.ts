/** What an author or a reader did that a listing may not contain. Explained to readers by `explain.ts`. */

export interface Position {
  /** 1-based */
  line: number;
  /** 1-based */
  column: number;
}

/**
 * A listing that cannot be compiled, or a fence that cannot be read. The message is English and for authors; `code` and
 * `data` let a program tell the reader the same in Chinese.
 */
export class ListingError extends Error {
  /** which refusal this is: `syntax`, `enum`, `fence-option`, … */
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly data: Readonly<Record<string, string>>;

  constructor(code: string, message: string, at: Position, data: Record<string, string> = {}) {
    super(message);
    this.name = "ListingError";
    this.code = code;
    this.line = at.line;
    this.column = at.column;
    this.data = data;
  }
}
