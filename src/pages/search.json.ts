/** The places of the book by name, for the search: `components/search/`. */
import { loadBook } from "../build/book/book.ts";
import { searchEntries } from "../build/search-entries.ts";

export const GET = (): Response =>
  new Response(JSON.stringify(searchEntries(loadBook())), { headers: { "content-type": "application/json" } });
