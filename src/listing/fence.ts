import { ListingError } from "./error.ts";
import type { Backend, FenceOptions, Knob } from "./types.ts";

const BACKENDS: readonly string[] = ["cpu", "wasm", "webgl", "webgpu"] satisfies Backend[];
const NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
/** `lr:0.001..1 log step 0.1`; the first number may not end in the dot of the range */
const KNOB = new RegExp(
  `^([\\p{ID_Start}$_][\\p{ID_Continue}$]*)\\s*:\\s*(${NUMBER.replace("\\.?\\d*", "(?:\\.\\d+)?")})\\.\\.(${NUMBER})((?:\\s+log|\\s+step\\s+${NUMBER})*)$`,
  "u",
);

type Readers = { [Name in Exclude<keyof FenceOptions, "id">]-?: (value: string | undefined, fail: Fail) => FenceOptions[Name] };
type Fail = (expected: string) => never;

const OPTIONS: Readers = {
  title: text,
  error: text,
  backend: (value, fail) => (value !== undefined && BACKENDS.includes(value) ? (value as Backend) : fail(BACKENDS.join(", "))),
  tolerance: (value, fail) =>
    Number(value) > 0 && Number(value) < 1 ? Number(value) : fail("a number between 0 and 1, e.g. tolerance=0.01"),
  varies: (value, fail) => (value === undefined ? true : fail("the bare word varies")),
  predict: (value, fail) => {
    const [question, ...choices] = (value ?? "").split("|").map((part) => part.trim());
    return question && choices.length >= 2 && choices.every(Boolean)
      ? { question, choices }
      : fail('a question and at least two choices, e.g. predict="会收敛吗？|会|不会"');
  },
  knobs: (value, fail) =>
    (value ?? "")
      .split(",")
      .map((part) => knob(part.trim()) ?? fail('ranges of numbers, e.g. knobs="lr:0.001..1 log, batchSize:1..100 step 1"')),
};

/**
 * Reads what stands after the language of a fence: `#id title="…" backend=wasm varies …`.
 * Throws a ListingError (line 1, column within `meta`) that says what was expected and found.
 */
export function parseFence(meta: string): FenceOptions {
  const fail = (index: number, expected: string, found: string): never => {
    throw new ListingError(
      "fence",
      `expected ${expected}, found ${found || "nothing"}; write \`\`\`ts #some-id title="…"`,
      { line: 1, column: index + 1 },
      { expected, found },
    );
  };
  let options: FenceOptions | undefined;
  for (const { index, word } of words(meta)) {
    if (word.startsWith("#")) {
      if (options) fail(index, "one id", word);
      if (!/^#[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word)) fail(index, "an id in kebab-case such as #train-loop", word);
      options = { id: word.slice(1) };
      continue;
    }
    if (!options) return fail(index, "the listing's id first, such as #train", word);
    const [, name, value] = /^([^=]*)(?:=(.*))?$/su.exec(word) as RegExpExecArray;
    if (!Object.hasOwn(OPTIONS, name)) fail(index, `one of ${Object.keys(OPTIONS).join(", ")}`, word);
    if (Object.hasOwn(options, name)) fail(index, `${name} once`, word);
    const option = name as keyof Readers;
    const unquoted = value?.startsWith('"') ? value.slice(1, -1).replaceAll('\\"', '"') : value;
    Object.assign(options, { [option]: OPTIONS[option](unquoted, (expected) => fail(index, `${name} to be ${expected}`, word)) });
  }
  return options ?? fail(0, "the listing's id, such as #train", meta.trim());

  /** Words split at spaces outside straight quotes. */
  function words(line: string): { index: number; word: string }[] {
    return [...line.matchAll(/[^\s"]*"(?:\\.|[^"\\])*"\S*|\S+/g)].map(({ 0: word, index }) => {
      if (/=[“”「]/.test(word)) fail(index, 'straight quotes "…" around a value', word);
      if (/"/.test(word) && !/^[^"]*="(?:\\.|[^"\\])*"$/s.test(word))
        fail(index, 'a value that is closed by " and followed by a space', word);
      return { index, word };
    });
  }
}

function text(value: string | undefined, fail: Fail): string {
  return value ? value : fail('a text in quotes, e.g. title="定义模型"');
}

function knob(text: string): Knob | undefined {
  const [, name, min, max, rest] = KNOB.exec(text) ?? [];
  if (name === undefined || !(Number(min) < Number(max))) return undefined;
  const log = /\blog\b/.test(rest);
  const step = /step\s+(\S+)/.exec(rest)?.[1];
  if ((log && Number(min) <= 0) || (step !== undefined && !(Number(step) > 0))) return undefined;
  return { name, min: Number(min), max: Number(max), ...(step !== undefined && { step: Number(step) }), ...(log && { log }) };
}
