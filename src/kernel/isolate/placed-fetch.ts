/**
 * Gives a failed `fetch` the place it was called at: Firefox and WebKit reject it with an error that has no stack, and the reader could
 * not be told the line. To be called once, before any listing runs.
 */
export function placeFetch(global: typeof globalThis): void {
  const { fetch } = global;
  global.fetch = (...given) => {
    const { stack } = new Error();
    return fetch(...given).catch((error: unknown) => {
      if (error instanceof Error && !error.stack) error.stack = stack;
      throw error;
    });
  };
}
