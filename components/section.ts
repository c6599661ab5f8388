import { openEdits } from "../src/reader/edits.ts";
import { openProgress } from "../src/reader/progress.ts";
import { openUnfinished } from "../src/reader/unfinished.ts";
import type { SectionProgram } from "../src/layouts/types.ts";
import "./listing.ts"; // defines the element
import type { CourseListing, Command } from "./listing.ts";
import { siteRoot } from "./root.ts";
import { readProgram } from "./section/program.ts";
import { bringBack, watchOtherTabs } from "./section/edits/bring-back.ts";
import { keep, restore, type Keeper } from "./section/edits/keep.ts";
import { localStore, tabStore } from "./store.ts";
import type { Standing } from "./listing/states.ts";
import type { Running } from "./section/open.ts";
import type { Workbench } from "./workbench/open.ts";

/**
 * `<course-section>`: the page's controller. It keeps what the reader writes, and passes on what buttons and keys ask for to the
 * session, whose code is fetched when a pointer or the focus comes near: a page that is only read costs nothing.
 */
export class CourseSection extends HTMLElement {
  #data: HTMLScriptElement | undefined;
  #read: SectionProgram | undefined;
  #listings = new Map<string, CourseListing>();
  #keeper!: Keeper;
  #running: Promise<Running> | undefined;
  #workbench: Promise<Workbench> | undefined;
  /** listings whose run was asked for before the session is there, and how they stood */
  #early = new Map<string, Standing>();
  /** edited texts that the session has not been told of, by listing; told a moment after the last key */
  #untold = new Map<string, string>();
  #telling: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const data = [...this.children].find((child) => child instanceof HTMLScriptElement);
    if (!data || this.#data) return;
    this.#data = data;
    for (const listing of this.getElementsByTagName("course-listing") as HTMLCollectionOf<CourseListing>)
      this.#listings.set(listing.listing, listing);
    this.#keeper = {
      edits: openEdits(localStore(), siteRoot(document), this.#path),
      changed: (id, text) => this.#changed(id, text),
    };
    this.#untold = bringBack(this.#keeper, this.#listings);
    watchOtherTabs(this.#keeper, this.#listings);
    this.#tellUnfinished();
    openProgress(localStore(), siteRoot(document)).visit(this.#path);

    this.addEventListener("listing-command", (event) => void this.#obey(event.target as CourseListing, event.detail));
    this.addEventListener("listing-edited", (event) => {
      const listing = event.target as CourseListing;
      keep(this.#keeper.edits, listing, event.detail);
      this.#changed(listing.listing, event.detail);
    });
    const arrive = () => location.hash.includes("=") && void this.#atBench((bench) => bench.arrive(location.hash));
    window.addEventListener("hashchange", arrive);
    arrive();
    this.addEventListener("click", ({ target }) => {
      if ((target as Element).closest("[data-run-all]")) void this.#with(({ session }) => session.runAll());
      else if ((target as Element).closest("[data-restart]")) void this.#with(({ session }) => session.restart());
    });
    // a toggle does not bubble
    this.addEventListener("toggle", ({ target }) => this.#unfold(target as HTMLDetailsElement), { capture: true });
    for (const type of ["pointerover", "focusin"]) this.addEventListener(type, (event) => this.#prepare(event.target as Element));
  }

  get #path(): string {
    return this.#data!.dataset.section!;
  }

  /** read when a hand first wants to run something */
  get #program(): SectionProgram {
    return (this.#read ??= readProgram(this.#data!.textContent, this.#listings));
  }

  #unfold(panel: HTMLDetailsElement): void {
    if (!panel.open) return;
    if (panel.dataset.workbench !== undefined) void this.#atBench((bench) => bench.fill(panel));
    else if (panel.dataset.tensors !== undefined) void this.#with((running) => this.#showTensors(panel, running));
  }

  /** Fetches the code of a session when a listing's buttons come near. */
  #prepare(target: Element): void {
    if (!this.#running && target.closest(".controls, [data-run-all], [data-restart]")) void this.#open();
  }

  async #obey(listing: CourseListing, command: Command): Promise<void> {
    const id = listing.listing;
    if (command === "compare") return this.#atBench((bench) => bench.compare(listing));
    if (command === "restore") return restore(this.#keeper, listing);
    // at once, while the session is fetched and the last edit compiled: a press is never without an answer
    if (command === "stop") return this.#callOff(listing) ? undefined : void this.#with(({ session }) => session.stop());
    const waits = ["queued", "running"].includes(listing.dataset.state ?? "");
    if (!waits) {
      this.#early.set(id, listing.standing);
      listing.stand({ state: "queued", loading: true });
    }
    const done = await this.#with(({ session }) => {
      if (!waits && !this.#early.delete(id)) return undefined;
      if (command === "run-next") this.#after(listing)?.enter();
      return session.run(id);
    });
    if (!done) this.#callOff(listing);
  }

  /** Takes back a press on 运行 for which the session has not come yet; false when there is none. */
  #callOff(listing: CourseListing): boolean {
    const before = this.#early.get(listing.listing);
    if (before) listing.stand(before);
    return this.#early.delete(listing.listing);
  }

  /** Fills the panel of live tensors; what it shows is of the moment it was opened. */
  async #showTensors(panel: HTMLElement, { kernel, texts }: Running): Promise<void> {
    const { tensorTable } = await import("./section/tensors.ts");
    const table = tensorTable(await kernel.inspect(), (id) => texts.numberOf(id), document);
    panel.querySelector(".tensors")?.replaceChildren(table);
  }

  #after(listing: CourseListing): CourseListing | undefined {
    const all = [...this.#listings.values()].filter((one) => one.closest("details:not([open])") === null);
    return all[all.indexOf(listing) + 1];
  }

  /** Opens the session and does something with it, edits told first; false when the code could not be fetched. */
  async #with(action: (running: Running) => unknown): Promise<boolean> {
    try {
      const running = await this.#open();
      await this.#tell();
      await action(running);
      return true;
    } catch (error) {
      this.#missing(error);
      return false;
    }
  }

  #missing(error: unknown): void {
    reportError(error);
    const place = this.querySelector("[data-kernel]");
    if (place) place.textContent = "载入失败：网络不通，或者网站已经更新。请刷新页面；你的修改都已保存。";
  }

  #open(): Promise<Running> {
    this.#running ??= import("./section/open.ts").then(({ open }) =>
      open(this, this.#program, this.#listings, siteRoot(document), this.#witness()),
    );
    this.#running.catch(() => (this.#running = undefined));
    return this.#running;
  }

  /** Experiments, sharing, taking away: fetched when first used. */
  async #atBench(action: (bench: Workbench) => unknown): Promise<void> {
    this.#workbench ??= import("./workbench/open.ts").then(
      ({ Workbench }) =>
        new Workbench({
          section: this,
          program: this.#program,
          listings: this.#listings,
          ...this.#keeper,
          root: siteRoot(document),
          running: () => this.#open(),
          isRunning: () => this.#running !== undefined,
          hold: (id, text) => void this.#untold.set(id, text),
        }),
    );
    this.#workbench.catch(() => (this.#workbench = undefined));
    try {
      await action(await this.#workbench);
    } catch (error) {
      this.#missing(error);
    }
  }

  /** A text has changed: it is told to the session, and to the workbench where that has something to show of it. */
  #changed(id: string, text: string): void {
    this.#untold.set(id, text);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => void this.#with(() => undefined), 250);
    if (this.#workbench || this.#listings.get(id)?.knobs) void this.#atBench((bench) => bench.follow());
  }

  /** Compiles the edited texts and tells the session. */
  async #tell(): Promise<void> {
    clearTimeout(this.#telling);
    if (this.#untold.size === 0) return;
    const [{ compileText }, { session, texts }] = await Promise.all([import("./section/compile.ts"), this.#open()]);
    for (const [id, text] of this.#untold) session.edit(id, text, compileText(id, text, texts));
    this.#untold.clear();
  }

  #witness() {
    const progress = openProgress(localStore(), siteRoot(document));
    const path = this.#path;
    return { ...this.#unfinished(), ran: (id: string) => progress.ran(path, id) };
  }

  #unfinished() {
    return openUnfinished(tabStore(), siteRoot(document), this.#path);
  }

  #tellUnfinished(): void {
    const id = this.#unfinished().take();
    if (id)
      this.#listings.get(id)?.notice("上次离开时这份清单还没运行完（页面被关闭、刷新，或内存不够）。它不会自动重新运行；你的修改都在。");
  }
}

customElements.define("course-section", CourseSection);
