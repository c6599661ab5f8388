import { openProgress } from "../../src/reader/progress.ts";
import { siteRoot } from "../root.ts";
import { localStore } from "../store.ts";

/** Writes on the map what the reader has done, and where to go on: at the first station not done after the last that was seen. */
const progress = openProgress(localStore(), siteRoot(document));
const maps = [...document.getElementsByClassName("section-map")];
const stations = maps.flatMap((map) => [...map.querySelectorAll<HTMLElement>("[data-progress]")]);
for (const station of stations) {
  const { visited, ran } = progress.read(station.dataset.progress ?? "");
  const all = Number(station.dataset.listings);
  const text = station.querySelector("[data-progress-text]");
  if (!visited || !text) continue;
  const done = all > 0 && ran.length >= all;
  station.dataset.done = done ? "all" : "some";
  text.textContent = done ? "清单都运行过了" : ran.length > 0 ? `运行过 ${ran.length} / ${all} 个清单` : "读过";
}

const start = maps.length > 0 ? document.querySelector<HTMLAnchorElement>("a[data-start]") : null;
const last = stations.findLastIndex((station) => station.dataset.done !== undefined);
const next = stations
  .slice(Math.max(last, 0))
  .find((station) => station.dataset.done !== "all")
  ?.querySelector("a");
if (start && next && last !== -1) {
  start.href = next.href;
  start.textContent = `接着读：${[...next.children].map((part) => part.textContent).join(" ")}`;
}
