import { openBackup, type Inventory } from "../src/reader/backup.ts";
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
    this.#count();
  }

  get #dialog(): HTMLDialogElement {
    return this.querySelector("dialog")!;
  }

  #do(action: string | undefined): void {
    if (action === "export") this.#export();
    else if (action === "clear") this.#dialog.showModal();
    else if (action === "cancel") this.#dialog.close();
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
    link.download = "linear-networks-data.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000); // by then it is saved
    this.#say("已导出到 linear-networks-data.json。");
  }

  async #import(file: File): Promise<void> {
    const imported = this.#backup.read(await file.text());
    this.#count();
    this.#say(imported.ok ? `已导入：${list(imported.inventory)}。` : imported.reason);
  }

  #count(): void {
    this.querySelector("[data-inventory]")!.textContent = `这个浏览器里现在有：${list(this.#backup.inventory())}。`;
  }

  #say(text: string): void {
    this.querySelector("[data-says]")!.textContent = text;
  }
}

function list({ edit, attempt, exercise, progress, recall }: Inventory): string {
  return `${edit} 份改过的代码，${attempt} 处填写，${exercise} 道练习和 ${progress} 节的进度，${recall} 个回想过的词`;
}

customElements.define("course-data", CourseData);
