/** Data read from the folder of static files: for tests and for recording, in Node. */
import { readFile } from "node:fs/promises";
import type { Environment } from "./environment.ts";

/** An environment whose site is a folder (`public/`, given as a `file:` URL that ends with a slash); shows no progress and keeps nothing. */
export function fromFolder(root: URL): Environment {
  const read = async (url: string | URL | Request) => {
    try {
      return new Response(await readFile(new URL(String(url))));
    } catch {
      return new Response(null, { status: 404 });
    }
  };
  return { root: root.href, fetch: read, progress: false };
}
