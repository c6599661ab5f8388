/** What the address of a page may carry after `#`, in the place of the name of a heading. */
export interface Carried {
  /** of the kernel; absent when it is the book's */
  seed?: number;
  /** constants that knobs have set */
  knobs: Setting[];
  /** listings someone has edited, packed by `pack` */
  code?: string;
}

export interface Setting {
  listing: string;
  name: string;
  value: number;
}

/** `#seed=7&hyper.lr=0.1` → what it says; undefined for the name of a heading. What cannot be read is left out. */
export function readCarried(hash: string): Carried | undefined {
  if (!hash.includes("=")) return undefined;
  const carried: Carried = { knobs: [] };
  for (const [key, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    const value = text.trim() === "" ? NaN : Number(text);
    const dot = key.lastIndexOf(".");
    if (key === "code") carried.code = text;
    else if (key === "seed" && Number.isSafeInteger(value) && value >= 0) carried.seed = value;
    else if (dot > 0 && dot < key.length - 1 && Number.isFinite(value))
      carried.knobs.push({ listing: key.slice(0, dot), name: key.slice(dot + 1), value });
  }
  return carried;
}

/** The inverse of {@link readCarried}; empty when there is nothing to carry. */
export function writeCarried({ seed, knobs, code }: Carried): string {
  const parts = new URLSearchParams();
  if (seed !== undefined) parts.set("seed", String(seed));
  for (const { listing, name, value } of knobs) parts.set(`${listing}.${name}`, String(value));
  if (code !== undefined) parts.set("code", code);
  const text = parts.toString();
  return text && `#${text}`;
}
