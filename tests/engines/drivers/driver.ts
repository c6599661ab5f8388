/** What the core suite asks of a browser: little enough for any engine that can be driven at all. */
export interface Driver {
  /** Forgets all a reader has stored, as if the browser were new. */
  forget(): Promise<void>;
  open(url: string): Promise<void>;
  /** The value of an expression in the page; a promise is awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** Strikes real keys, one a character, for whatever has the focus. */
  type(text: string): Promise<void>;
  /** Strikes one key, with Control (⌘ on a Mac) held when asked. */
  press(key: "a" | "v" | "Escape", control?: "with control"): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** A PNG of what is in sight. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** Control, or its like on this machine. */
export const control = process.platform === "darwin" ? "Meta" : "Control";

export const size = { width: 1280, height: 900 };
