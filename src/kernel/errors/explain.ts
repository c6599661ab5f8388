/** A failure → an explanation in Chinese: what happened, the likely cause, what to do, where it is taught. */
import type { Explanation } from "../protocol.ts";
import { gradients } from "./families/gradients.ts";
import { language } from "./families/language.ts";
import { layers } from "./families/layers.ts";
import { members } from "./families/members.ts";
import { operands } from "./families/operands.ts";
import { resources } from "./families/resources.ts";
import { shapes } from "./families/shapes.ts";
import { surroundings } from "./families/surroundings.ts";
import { tensors } from "./families/tensors.ts";
import { ReaderError } from "./reader-error.ts";
import type { Context, Rule, Said } from "./rule.ts";
import { field, readThrown, type Thrown } from "./thrown.ts";

export type { Context } from "./rule.ts";

/** The first that matches is taken: tfjs's own wording before the language's. */
const RULES: Rule[] = [...operands, ...shapes, ...gradients, ...tensors, ...layers, ...resources, ...surroundings, ...language, ...members];

/** Explains whatever was thrown. Never throws. */
export function explain(error: unknown, context: Context = {}): Explanation {
  const { listing, line, column } = context;
  const thrown = readThrown(error);
  const said = sayReaderError(thrown) ?? sayByRule(thrown, context) ?? sayUnknown(thrown);
  return {
    ...said,
    original: original(thrown),
    ...(listing === undefined ? {} : { listing }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** Name and message as thrown, and those of its causes: an error of ours wraps one, a listing's may be its own. */
function original({ name, message, error }: Thrown, causes = 3): string {
  if (!error) return message;
  const cause = causes > 0 ? causeOf(error) : undefined;
  return [`${name}: ${message}`, cause === undefined ? "" : `cause: ${original(readThrown(cause), causes - 1)}`].filter(Boolean).join("\n");
}

function causeOf(error: object): unknown {
  try {
    return (error as { cause?: unknown }).cause;
  } catch {
    return undefined;
  }
}

type Explained = Said & { kind: string };

/** Errors of our own rooms are already told to the reader. */
function sayReaderError({ error, name, message }: Thrown): Explained | undefined {
  if (!error) return undefined;
  if (error instanceof ReaderError) {
    const { kind, hint, link } = error;
    return { kind, title: message, ...(hint === undefined ? {} : { hint }), ...(link === undefined ? {} : { link }) };
  }
  if (name !== "DataError") return undefined;
  const hint = field(error, "hint");
  return { kind: `data-${field(error, "code") || "failed"}`, title: inChinese(message), ...(hint ? { hint } : {}) };
}

function sayByRule(thrown: Thrown, context: Context): Explained | undefined {
  if (!thrown.error) return undefined;
  for (const rule of RULES) {
    const match = rule.when.exec(thrown.message);
    const said = match && rule.say(match, thrown, context);
    if (said) return { kind: rule.kind, ...said };
  }
  return undefined;
}

/** Thrown by the listing itself, or by something we do not know: its own words say most. */
function sayUnknown({ name, message, error }: Thrown): Explained {
  if (!error) {
    return {
      kind: "thrown-value",
      title: `程序抛出了一个不是错误的值：${message.slice(0, 200)}`,
      hint: '要报告错误，写 `throw new Error("…")`，这样才知道是哪一行。',
    };
  }
  if (name === "SyntaxError")
    return { kind: "syntax", title: `这段代码读不懂：${message.slice(0, 300)}`, hint: "看看括号、引号和逗号是不是成对、写全了。" };
  if (!message) return { kind: "thrown", title: `出现了 ${name.slice(0, 100)}` };
  return { kind: "thrown", title: inChinese(message) };
}

/** Words that came with the error, said to be such when they are not Chinese. */
function inChinese(message: string): string {
  const words = message.slice(0, 300);
  return /\p{Script=Han}/u.test(words) ? words : `程序报告了一个错误：${words}`;
}
