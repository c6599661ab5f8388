import { isNewer } from "../../src/reader/place.ts";
import { siteRoot } from "../root.ts";
import { localStore } from "../store.ts";

/** Says at the end of `place`, if it is so, that a newer course has written here, and that nothing of it is lost. */
export function tellSetAside(place: Element | null): void {
  if (!isNewer(localStore(), siteRoot(document))) return;
  const text = document.createElement("p");
  text.className = "set-aside";
  text.textContent =
    "这个浏览器里存着更新版本的课程写下的修改和进度。这一版读不懂它们，已原样留着，一个字也没有动；你在这里写的另外存放。网站更新之后，原来的就会回来。";
  place?.append(text);
}
