import { expect, test } from "vitest";
import { placeFetch } from "../../src/kernel/isolate/placed-fetch.ts";

/** What a call made here by the name `listing` is rejected with, when the engine rejects with `error`. */
async function rejection(error: Error): Promise<Error> {
  const global = { fetch: () => Promise.reject(error) } as unknown as typeof globalThis;
  placeFetch(global);
  async function listing() {
    await global.fetch("https://example.com/");
  }
  return listing().then(
    () => expect.unreachable(),
    (caught: Error) => caught,
  );
}

test.each(["", undefined])("an error of fetch whose stack is %j is given the stack of the call", async (stack) => {
  const error = Object.assign(new TypeError("NetworkError when attempting to fetch resource."), { stack });
  const caught = await rejection(error);
  expect(caught).toBe(error);
  expect(caught.stack).toMatch(/listing/);
});

test("an error that knows its place keeps it", async () => {
  const error = Object.assign(new TypeError("Failed to fetch"), { stack: "here" });
  expect((await rejection(error)).stack).toBe("here");
});
