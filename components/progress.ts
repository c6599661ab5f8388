import { openProgress } from "../src/reader/progress.ts";
import { siteRoot } from "./root.ts";
import { localStore } from "./store.ts";

/** Writes on the map what the reader has done. */
const progress = openProgress(localStore(), siteRoot(document));
for (const station of document.querySelectorAll<HTMLElement>("[data-progress]")) {
  const { visited, ran } = progress.read(station.dataset.progress ?? "");
  const all = Number(station.dataset.listings);
  const text = station.querySelector("[data-progress-text]");
  if (!visited || !text) continue;
  const done = all > 0 && ran.length >= all;
  station.dataset.done = done ? "all" : "some";
  text.textContent = done ? "清单都运行过了" : ran.length > 0 ? `运行过 ${ran.length} / ${all} 个清单` : "读过";
}
