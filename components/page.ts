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

/** @param load what works on elements of this name; where a page has none, it is known when a hand comes: to look through a long page takes a while */
const lateFor = (element: string, load: () => Promise<unknown>) =>
  late(async () => document.getElementsByTagName(element).length > 0 && load());

lateFor("article", () => import("./reading/contents.ts"));
lateFor("article", () => import("./reading/unfold.ts"));
lateFor("article", () => import("./figure.ts"));
lateFor("article", () => import("./preview.ts"));
lateFor("article", () => import("./tex.ts"));
lateFor("course-recall", () => import("./recall/recall.ts"));
lateFor("course-guess", () => import("./guess.ts"));
if (document.getElementById("missing")) void import("./frame/not-found.ts");
