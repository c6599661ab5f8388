/** Offline, once the page has come to rest; a newer edition announces itself and waits for the reader's word. */
import { siteRoot } from "../root.ts";
import { showBar } from "./bar.ts";

const idle = (work: () => void) =>
  "requestIdleCallback" in window ? requestIdleCallback(work, { timeout: 5000 }) : setTimeout(work, 2000);

const announce = (takeOver: () => void) => showBar("本站有新版本，你的修改会保留。", "换到新版", takeOver);

/** To fetch a whole site is work: a reader who runs something at once has the machine for that. */
const REST = 3000;

if (import.meta.env.PROD) {
  const goOffline = () => import("../../src/offline/register.ts").then(({ goOffline }) => goOffline(siteRoot(document), announce));
  addEventListener("load", () => setTimeout(() => idle(() => void goOffline()), REST));
}
