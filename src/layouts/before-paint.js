/* Before the first paint; explained in src/reader/theme.ts. */
(function () {
  var root = document.documentElement;
  var home = new URL(".", document.querySelector("link[rel=icon]").href);
  if (location.protocol !== "file:") root.classList.add("js");
  else {
    var script = document.createElement("script");
    script.src = new URL("file.js", home).href;
    addEventListener("DOMContentLoaded", function () {
      document.head.append(script);
    });
  }
  if (/[?&]embed=/.test(location.search) && root.classList.contains("js")) {
    root.classList.add("embed-soon");
    setTimeout(function () {
      root.classList.remove("embed-soon");
    }, 3000);
  }
  try {
    var theme = localStorage.getItem("linear-networks" + home.pathname + "theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (_) {}
})();
