import type { Answer, Hover, Mistake, Question, Signature } from "./protocol.ts";
import serviceUrl from "./type-service.ts?worker&url";

/** TypeScript in a worker of its own. */
export interface TypeService {
  check(text: string): Promise<Mistake[]>;
  hover(text: string, at: number): Promise<Hover | undefined>;
  signature(text: string, at: number, typed?: "(" | ","): Promise<Signature | undefined>;
  close(): void;
}

/** A question without its number. */
type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, "id"> : never) : never;

/**
 * Starts the worker and gives it the declarations.
 * @param url absolute URL of `types.json`
 * @throws when something cannot be fetched
 */
export async function openTypes(url: string): Promise<TypeService> {
  const worker = new Worker(new URL(serviceUrl, new URL(".", url)), { type: "module" });
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let last = 0;
  const fail = (words: string) => {
    for (const { reject } of waiting.values()) reject(new Error(words));
    waiting.clear();
  };
  worker.addEventListener("error", () => fail("the type service could not be loaded"));
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.failed === undefined) one?.resolve(data);
    else one?.reject(new Error(data.failed));
  });
  const ask = (question: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ id: last, ...question });
    });
  try {
    await ask({ type: "open", url });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    check: async (text) => (await ask({ type: "check", text })).mistakes ?? [],
    hover: async (text, at) => (await ask({ type: "hover", text, at })).hover,
    signature: async (text, at, typed) => (await ask({ type: "signature", text, at, ...(typed && { typed }) })).signature,
    close() {
      worker.terminate();
      fail("closed");
    },
  };
}
