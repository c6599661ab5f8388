/** The declarations the type service works from: fetched when a reader switches it on. */
import { typeFiles } from "../build/type-files.ts";

export const GET = (): Response => new Response(JSON.stringify(typeFiles()), { headers: { "content-type": "application/json" } });
