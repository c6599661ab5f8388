import { openBackup } from "../src/reader/backup.ts";
import { kept, listed } from "./data/inventory.ts";
import { tellSetAside } from "./frame/set-aside.ts";
import { siteRoot } from "./root.ts";
import { localStore } from "./store.ts";

/** `<course-data>`: exports, imports and clears what the reader made. */
class CourseData extends HTMLElement {
  #backup = openBackup(localStore(), siteRoot(document));

  connectedCallback(): void {
    this.addEventListener("click", ({ target }) => this.#do((target as Element).closest<HTMLElement>("[data-do]")?.dataset.do));
    const input = this.querySelector<HTMLInputElement>("[data-import]");
    input?.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file) void this.#import(file);
      input.value = ""; // the same file may be chosen again
    });
    tellSetAside(this);
    this.#count();
  }

  get #dialog(): HTMLDialogElement {
    return this.querySelector("dialog")!;
  }

  #do(action: string | undefined): void {
    if (action === "export") this.#export();
    else if (action === "clear") {
      this.#dialog.showModal();
      this.#say("");
    } else if (action === "cancel") this.#dialog.close();
    else if (action === "really-clear") {
      this.#backup.clear();
      this.#dialog.close();
      this.#count();
      this.#say("已经清空。");
    }
  }

  #export(): void {
    const url = URL.createObjectURL(new Blob([this.#backup.write()], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `linear-networks-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000); // by then it is saved
    this.#say(`已导出到 ${link.download}，在浏览器的下载文件夹里。`);
  }

  async #import(file: File): Promise<void> {
    const text = await file.text().catch(() => ""); // a folder, or a file that is gone
    const imported = this.#backup.read(text);
    this.#count();
    this.#say(imported.ok ? `已导入：${listed(imported.inventory)}。` : imported.reason);
  }

  #count(): void {
    this.querySelector("[data-inventory]")!.textContent = kept(this.#backup.inventory());
    this.#showOrphans();
  }

  /** Edits of listings that a new release has taken out or renamed stand nowhere else: here they can be read and copied. */
  #showOrphans(): void {
    const place = this.querySelector<HTMLElement>("[data-orphans]")!;
    const book = JSON.parse(this.querySelector("[data-listings]")!.textContent) as Record<string, string[]>;
    const orphans = this.#backup.edits().filter(({ section, listing }) => !book[section]?.includes(listing));
    place.hidden = orphans.length === 0;
    place.querySelector("ul")!.replaceChildren(
      ...orphans.map(({ section, listing, text }) => {
        const [item, name, code] = [document.createElement("li"), document.createElement("p"), document.createElement("pre")];
        name.textContent = `${section} 的 #${listing}`;
        code.textContent = text;
        code.tabIndex = 0;
        item.append(name, code);
        return item;
      }),
    );
  }

  /** Beside the buttons; while the dialog is open, in it. */
  #say(text: string): void {
    for (const place of this.querySelectorAll("[data-says]"))
      place.textContent = (place.closest("dialog") !== null) === this.#dialog.open ? text : "";
  }
}

customElements.define("course-data", CourseData);
