/** A page left open while a release took its files away: whatever it then fails to fetch, the reader is told why nothing happens. */
import { showBar } from "./bar.ts";

addEventListener("vite:preloadError", () =>
  showBar("有一部分没能载入：网络不通，或者网站已经更新。你的修改都已保存。", "刷新页面", () => location.reload()),
);
