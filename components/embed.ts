/** `?embed=<id>`: one listing or figure of a page alone, for a frame in a course system; listings run as in the book. */
const id = new URLSearchParams(location.search).get("embed");
const shown = id ? document.getElementById(id) : null;

if (shown) {
  document.documentElement.dataset.embed = "";
  for (let at: HTMLElement | null = shown; at && at !== document.body; at = at.parentElement) {
    at.dataset.embedded = "";
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  const link = document.createElement("a");
  link.href = `${location.pathname}#${encodeURIComponent(id!)}`;
  link.target = "_blank";
  link.textContent = `在《${document.querySelector("a[rel=home]")?.textContent}》里读`;
  const origin = document.createElement("p");
  origin.className = "embed-origin";
  origin.dataset.embedded = "";
  origin.append(link);
  shown.after(origin);
}

export {};
