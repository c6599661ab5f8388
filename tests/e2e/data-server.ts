/** A server whose data come as its keeper likes: slowly, in part, or not at all. */
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { serve, type Site } from "../serve.ts";

/** Answers for a shard; `time` is how often it has been asked for, from 1 on. */
export type Give = (response: ServerResponse, bytes: Buffer, shard: string, time: number) => unknown;

/** The built folder as it is, but for the shards of the data set, which `give` answers with. */
export async function serveData(give: Give): Promise<Site> {
  const site = await serve();
  const [answer] = site.server.listeners("request") as ((request: IncomingMessage, response: ServerResponse) => void)[];
  const times = new Map<string, number>();
  site.server.removeAllListeners("request").on("request", (request: IncomingMessage, response: ServerResponse) => {
    const shard = /[^/]+\.bin$/.exec(request.url ?? "")?.[0];
    if (shard === undefined) return answer!(request, response);
    const time = (times.get(shard) ?? 0) + 1;
    times.set(shard, time);
    void give(response, readFileSync(join("dist/datasets/fashion-mnist", shard)), shard, time);
  });
  const close = () => {
    site.server.closeAllConnections(); // a download may still be under way
    return site.close();
  };
  return { ...site, close };
}
