import { hash } from "./hash.ts";
import { FORMAT as VERSION, workPlace } from "./place.ts";
import { isFull, keysOf } from "./storage.ts";

/** The kinds of things a reader makes; settings such as the theme are not among them. */
const KINDS = ["edit", "foreign", "attempt", "exercise", "progress", "recall"] as const;
export type Kind = (typeof KINDS)[number];

const FORMAT = "linear-networks";

/** How many things of each kind are kept; `other`: of kinds that only a newer course knows. */
export type Inventory = Record<Kind | "other", number>;

export type Imported = { ok: true; inventory: Inventory } | { ok: false; reason: string };

/** All that the reader has here, to be carried to another browser or another copy of the course. */
export interface Backup {
  inventory(): Inventory;
  /** one file with everything */
  write(): string;
  /**
   * Takes a file in: all of it or nothing. Marks of progress are united; a text that differs from the one here takes its place, which is
   * kept as another version of the listing. Foreign and damaged files are refused with a Chinese reason.
   */
  read(file: string): Imported;
  /** Removes everything of this copy of the course. */
  clear(): void;
  /** All texts the reader made of listings, also of such as the book no longer has. */
  edits(): { section: string; listing: string; text: string }[];
}

export function openBackup(storage: Storage, root: string): Backup {
  const prefix = workPlace(storage, root);
  const mine = () =>
    keysOf(storage).flatMap((key) => (key.startsWith(prefix) && kindOf(key.slice(prefix.length)) ? [key.slice(prefix.length)] : []));
  const count = (keys: string[]) =>
    Object.fromEntries([...KINDS, "other"].map((kind) => [kind, keys.filter((key) => kindOf(key) === kind).length])) as Inventory;

  return {
    inventory: () => count(mine()),

    write() {
      const entries = Object.fromEntries(
        mine()
          .sort()
          .map((key) => [key, storage.getItem(prefix + key)]),
      );
      return JSON.stringify({ format: FORMAT, version: VERSION, entries }, null, 1);
    },

    read(file) {
      const found = parse(file);
      if (typeof found === "string") return { ok: false, reason: found };
      const changes = new Map<string, string>();
      for (const [key, text] of Object.entries(found)) {
        const here = storage.getItem(prefix + key);
        for (const [at, value] of merge(key, here, text)) changes.set(prefix + at, value);
      }
      const before = new Map([...changes.keys()].map((key) => [key, storage.getItem(key)]));
      try {
        for (const [key, value] of changes) storage.setItem(key, value);
      } catch (error) {
        for (const [key, value] of before) restore(storage, key, value);
        return {
          ok: false,
          reason: isFull(error) ? "浏览器给本站的空间不够放下这个文件，什么都没有改。" : "浏览器不允许本站存储，什么都没有改。",
        };
      }
      return { ok: true, inventory: count(Object.keys(found)) };
    },

    clear() {
      for (const key of mine()) storage.removeItem(prefix + key);
    },

    edits: () =>
      mine().flatMap((key) => {
        const [, section, listing] = /^edit:(.+):([^:]+):[^:]+$/.exec(key) ?? [];
        const text = storage.getItem(prefix + key);
        return section && listing && text !== null ? [{ section, listing, text }] : [];
      }),
  };
}

/** What to write where, for one entry of a file. */
function merge(key: string, here: string | null, text: string): [key: string, text: string][] {
  if (here === null || here === text) return [[key, text]];
  const kind = kindOf(key);
  if (kind === "exercise" || kind === "progress")
    return [[key, [...new Set([...here.split(" "), ...text.split(" ")])].filter(Boolean).join(" ")]];
  if (kind !== "edit") return [[key, text]];
  // an edit's key ends in the hash of the text it was made from: under another hash it is offered, never applied by itself
  return [
    [key, text],
    [`${key.slice(0, key.lastIndexOf(":"))}:${hash(here)}`, here],
  ];
}

/** The entries of a file, or why it is refused. */
function parse(file: string): Record<string, string> | string {
  let data: unknown;
  try {
    data = JSON.parse(file.replace(/^\uFEFF/, ""));
  } catch {
    return "这个文件读不懂：不是本站导出的，或者没有传完整。什么都没有改。";
  }
  const { format, version, entries } = Object(data) as { format?: unknown; version?: unknown; entries?: unknown };
  if (format !== FORMAT) return "这不是本课程导出的文件。什么都没有改。";
  if (typeof version === "number" && version > VERSION) return "这个文件是更新的版本导出的，这里还读不了。请先更新本站；什么都没有改。";
  const isSound =
    version === VERSION &&
    typeof entries === "object" &&
    entries !== null &&
    Object.entries(entries).every(([key, text]) => kindOf(key) && typeof text === "string");
  return isSound ? (entries as Record<string, string>) : "这个文件损坏了：有些内容不是本课程的。什么都没有改。";
}

/** Undefined for what is none of the course's work: settings, and what a copy in a folder of this one keeps. */
function kindOf(key: string): Kind | "other" | undefined {
  const word = /^([a-z]+):/.exec(key)?.[1];
  return word === undefined ? undefined : (KINDS.find((kind) => kind === word) ?? "other");
}

function restore(storage: Storage, key: string, value: string | null): void {
  if (value === null) storage.removeItem(key);
  else storage.setItem(key, value);
}
