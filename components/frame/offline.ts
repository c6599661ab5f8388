/** Offline, once the page has come to rest; a newer edition announces itself and waits for the reader's word. */
import { siteRoot } from "../root.ts";

const idle = (work: () => void) =>
  "requestIdleCallback" in window ? requestIdleCallback(work, { timeout: 5000 }) : setTimeout(work, 2000);

function announce(takeOver: () => void): void {
  if (document.querySelector(".edition")) return;
  const bar = document.createElement("div");
  bar.className = "edition";
  bar.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "换到新版";
  button.addEventListener("click", takeOver);
  bar.append("本站有新版本，你的修改会保留。", button);
  document.body.append(bar);
}

if (import.meta.env.PROD) {
  idle(() => void import("../../src/offline/register.ts").then(({ goOffline }) => goOffline(siteRoot(document), announce)));
}
