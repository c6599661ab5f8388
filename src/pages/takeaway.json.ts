/** What a section that is taken away needs besides its own listings: `components/takeaway/`. */
import { loadBook } from "../build/book/book.ts";
import { libraryOf } from "../build/takeaway.ts";

export const GET = async (): Promise<Response> =>
  new Response(JSON.stringify(await libraryOf(loadBook())), { headers: { "content-type": "application/json" } });
