/** A server whose data come as its keeper likes: slowly, in part, or not at all. */
import { globSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { intercept, serve, type Site } from "../serve.ts";

/** Answers for a shard; `time` is how often it has been asked for, from 1 on. */
export type Give = (response: ServerResponse, bytes: Buffer, shard: string, time: number) => unknown;

/** The built folder as it is, but for the shards of the data set. */
export async function serveData(give: Give): Promise<Site> {
  const site = await serve();
  intercept(site, spoilData(give));
  const close = () => {
    site.server.closeAllConnections(); // a download may still be under way
    return site.close();
  };
  return { ...site, close };
}

/** For `intercept`: `give` answers for the shards, and pages give a silent server up after two seconds instead of twenty. */
export function spoilData(give: Give): (path: string, response: ServerResponse) => boolean {
  const times = new Map<string, number>();
  return (path, response) => {
    const [, code, shard] = /\/_astro\/(datasets-[^/]*\.js)$|([^/]+\.bin)$/.exec(path) ?? [];
    if (code !== undefined) response.writeHead(200, { "content-type": "text/javascript" }).end(hasty());
    if (shard !== undefined) {
      times.set(shard, (times.get(shard) ?? 0) + 1);
      void give(response, readFileSync(join("dist/datasets/fashion-mnist", shard)), shard, times.get(shard)!);
    }
    return code !== undefined || shard !== undefined;
  };
}

/** The built module of the data sets, with less patience. */
function hasty(): string {
  const text = readFileSync(globSync("dist/_astro/datasets-*.js")[0]!, "utf8");
  const changed = text.replace(/patience:(\w+)=2e4/, "patience:$1=2e3");
  if (changed === text) throw new Error("expected the patience of twenty seconds in dist/_astro/datasets-*.js, found none");
  return changed;
}
