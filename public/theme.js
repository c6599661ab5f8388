/* Runs before the first paint: the reader's choice of theme, and the class `js` that lets controls appear. See src/reader/theme.ts. */
(function () {
  var root = document.documentElement;
  /* from a file:// page module scripts are refused: there the page is read, not run */
  if (location.protocol !== "file:") root.classList.add("js");
  else {
    var script = document.createElement("script");
    script.src = new URL("file.js", document.currentScript.src).href;
    addEventListener("DOMContentLoaded", function () { document.head.append(script); });
  }
  /* one listing alone (components/modes/embed.ts): not the whole page first; should that file not come, the page after all */
  if (/[?&]embed=/.test(location.search) && root.classList.contains("js")) {
    root.classList.add("embed-soon");
    setTimeout(function () { root.classList.remove("embed-soon"); }, 3000);
  }
  try {
    var key = "linear-networks" + new URL(".", document.currentScript.src).pathname + "theme";
    var theme = localStorage.getItem(key);
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (_) {
    /* storage forbidden: the system's theme stands */
  }
})();
