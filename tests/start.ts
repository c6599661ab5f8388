// `npm start` after the build, or `node tests/start.ts [folder] [base] [port]`, e.g. `dist /a/b/ 8080`.
import { serve } from "./serve.ts";

const [folder = "dist", base = "/", port = "4321"] = process.argv.slice(2);
console.log((await serve(folder, base, Number(port))).url);
