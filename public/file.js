// Opened from a folder instead of a server (src/layouts/before-paint.js fetches this only there): an address that ends in a slash would show a list of files, so
// go to its page; and nothing can run.
{
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);
  const place = document.querySelector("[data-listing]") && document.querySelector(".head .facts, .home .lead");
  if (place) {
    const note = document.createElement("p");
    note.className = "file-note";
    note.textContent = "你在直接打开文件夹：可以读，输出是记录下来的，但浏览器不让程序从这里运行。想运行，在课程的文件夹里执行 python3 -m http.server，再打开 http://localhost:8000/。";
    place.after(note);
  }
}
