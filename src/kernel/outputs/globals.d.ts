/** The one global a listing has besides the language's own: see `types.ts`. */
declare const display: import("./types.ts").Display;
