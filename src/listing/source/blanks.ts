import type { File, Node } from "@babel/types";

export interface Span {
  start: number;
  end: number;
}

const LINE_BREAK = /[\n\r\u2028\u2029]/;

/** A source being blanked in place: what is erased becomes spaces, so nothing else moves. */
export class Blanks {
  private readonly source: string;
  private readonly text: string[];
  /** without comments, by position */
  private readonly tokens: readonly Span[];

  constructor(source: string, file: File) {
    this.source = source;
    this.text = source.split("");
    this.tokens = ((file.tokens ?? []) as (Span & { type: unknown })[]).filter(
      ({ type }) => type !== "CommentLine" && type !== "CommentBlock",
    );
  }

  toString(): string {
    return this.text.join("");
  }

  /** Line breaks stay. */
  blank({ start, end }: Span): void {
    for (let i = start; i < end; i++) if (!LINE_BREAK.test(this.text[i])) this.text[i] = " ";
  }

  put(at: number, character: string): void {
    this.text[at] = character;
  }

  /** The last token that ends at or before a position. */
  before(position: number): Span {
    return this.tokens[this.indexFrom(position) - 1];
  }

  /** The first token that starts at or after a position. */
  after(position: number): Span {
    return this.tokens[this.indexFrom(position)];
  }

  /** Tokens between two positions. */
  between(start: number, end: number): readonly Span[] {
    return this.tokens.slice(this.indexFrom(start), this.indexFrom(end));
  }

  /** The source's text, whether blanked or not. */
  word(span: Span | undefined): string {
    return span ? this.source.slice(span.start, span.end) : "";
  }

  breaksLine(start: number, end: number): boolean {
    return LINE_BREAK.test(this.source.slice(start, end));
  }

  /** Whether a node ends with its own semicolon. */
  isClosed(node: Node): boolean {
    return this.source[spanOf(node).end - 1] === ";";
  }

  /** Blanks a token if it is the expected one. */
  blankWord(token: Span | undefined, expected: string): void {
    if (token && this.word(token) === expected) this.blank(token);
  }

  /** Blanks a member of a list and the comma behind it. */
  blankItem(span: Span): void {
    this.blank(span);
    this.blankWord(this.after(span.end), ",");
  }

  private indexFrom(position: number): number {
    let low = 0;
    for (let high = this.tokens.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.tokens[middle].start < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Where a node stands; Babel always says so, though its types do not. */
export function spanOf(node: Node): Span {
  return node as unknown as Span;
}
