import { nearest } from "../../src/listing/nearest.ts";

/** Says which address led nowhere, and which page it most likely meant: the one whose name its last parts come nearest to. */
const asked = decodeURIComponent(location.search.slice(1));
const links = [...document.querySelectorAll<HTMLAnchorElement>("main a[data-slug]")];
const missing = document.getElementById("missing");
const meant = document.querySelector<HTMLElement>("[data-meant]");

if (asked && missing && meant) {
  missing.textContent = `${asked} 这里没有内容。`;
  const names = links.map((link) => link.dataset.slug!);
  const parts = asked
    .replace(/(?:index)?(?:\.html?)?\/*$/, "")
    .toLowerCase()
    .split("/")
    .reverse();
  const slugs = parts.map((part) => names.find((name) => name === part) ?? nearest(part, names));
  const link = links.find((one) => one.dataset.slug === slugs.find(Boolean));
  if (link) {
    meant.hidden = false;
    const place = meant.querySelector("a")!;
    place.href = link.href;
    place.textContent = link.textContent;
  }
}
