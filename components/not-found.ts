import { nearest } from "../src/listing/nearest.ts";

/** Says which address led nowhere, and which page it most likely meant: the one whose name its last part comes nearest to. */
const asked = decodeURIComponent(location.search.slice(1));
const links = [...document.querySelectorAll<HTMLAnchorElement>("main a[data-slug]")];
const missing = document.querySelector("[data-missing]");
const meant = document.querySelector<HTMLElement>("[data-meant]");

if (asked && missing && meant) {
  missing.textContent = `${asked} 这里没有内容。`;
  const names = links.map((link) => link.dataset.slug!);
  const last = asked.replace(/(?:index)?(?:\.html?)?\/*$/, "").split("/").at(-1) ?? "";
  const slug = names.find((name) => name === last.toLowerCase()) ?? nearest(last, names);
  const link = links.find((one) => one.dataset.slug === slug);
  if (link) {
    meant.hidden = false;
    const place = meant.querySelector("a")!;
    place.href = link.href;
    place.textContent = link.textContent;
  }
}
