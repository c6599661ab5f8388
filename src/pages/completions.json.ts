/** What the editor completes: loaded with it. */
import { knownNames } from "../build/completions.ts";

export const GET = (): Response => new Response(JSON.stringify(knownNames()), { headers: { "content-type": "application/json" } });
