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
import "./exercise/exercise.ts";
import "./exercise/section-progress.ts";
import { late } from "./late.ts";

if (document.querySelector("course-section article")) {
  late(() => import("./reading/contents.ts"));
  late(() => import("./reading/unfold.ts"));
  late(() => import("./figure.ts"));
  late(() => import("./preview.ts"));
  late(() => import("./tex.ts"));
}
if (document.querySelector("course-recall")) late(() => import("./recall/recall.ts"));
if (document.querySelector("course-guess")) late(() => import("./guess.ts"));
if (document.querySelector("course-data")) void import("./data.ts");
if (document.querySelector("[data-missing]")) void import("./frame/not-found.ts");
