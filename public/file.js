// Opened from a folder instead of a server, an address that ends in a slash would show a list of files: go to its page.
if (location.protocol === "file:") {
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);
}
