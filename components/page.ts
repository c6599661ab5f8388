/**
 * The script of every page, one file for the whole site: to come alive a page makes one request, and the next page none. What belongs to
 * other pages does nothing where its elements are not. What only a hand can want is fetched at the reader's first sign.
 */
import "./frame/missing.ts";
import "./frame/keys.ts";
import "./frame/theme.ts";
import "./frame/offline.ts";
import "./reading/blocks.ts";
import "./reading/scrollable.ts";
import "./reading/progress.ts";
import "./section.ts";
import "./data.ts";
import "./exercise/exercise.ts";
import "./exercise/section-progress.ts";
import { late } from "./late.ts";

const has = (element: string) => document.getElementsByTagName(element)[0] !== undefined;

if (has("article")) {
  late(() => import("./reading/contents.ts"));
  late(() => import("./reading/unfold.ts"));
  late(() => import("./figure.ts"));
  late(() => import("./preview.ts"));
  late(() => import("./tex.ts"));
}
if (has("course-recall")) late(() => import("./recall/recall.ts"));
if (has("course-guess")) late(() => import("./guess.ts"));
if (document.getElementById("missing")) void import("./frame/not-found.ts");
