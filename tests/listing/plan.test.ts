import { expect, test } from "vitest";
import { graph, type Kind, type Source } from "../../src/listing/graph.ts";
import { begin, end, forget, nothing, restart, type History } from "../../src/listing/history.ts";
import { plan, staleness } from "../../src/listing/plan.ts";

/** id, names it declares (`w:variable`, a function when unsaid), names it uses, names it assigns. */
type Row = [id: string, declares: string, uses: string, assigns?: string];

const words = (text: string) => text.split(" ").filter(Boolean);

/** A reader's page: runs what the plan says, and tells what ran. */
class Page {
  history: History = nothing;
  private readonly rows: readonly Row[];
  private readonly texts = new Map<string, { assigns?: string; uses?: string }>();
  private readonly failing = new Set<string>();
  private token = 0;

  constructor(rows: readonly Row[]) {
    this.rows = rows;
  }

  get graph() {
    return graph(
      this.rows.map(([id, declares, uses, assigns = ""]): Source => {
        const kinds = Object.fromEntries(words(declares).map((word) => [word.split(":")[0], (word.split(":")[1] ?? "function") as Kind]));
        const text = this.texts.get(id);
        return {
          id,
          version: JSON.stringify(text ?? "book"),
          declares: Object.keys(kinds),
          kinds,
          inputs: words(text?.uses ?? uses),
          assigns: words(assigns),
          ...(text && { edited: true }),
        };
      }),
    );
  }

  /** Runs a listing; says which ran, in order. */
  run(target: string): string {
    const ran: string[] = [];
    for (const { id } of plan(this.graph, this.history, target)) {
      const node = this.graph.nodes.get(id);
      const names = words(this.texts.get(id)?.assigns ?? this.rows.find(([one]) => one === id)?.[3] ?? "");
      this.history = begin(this.history, id, node?.version ?? "", ++this.token, node?.slice);
      const assigned = names.map((name) => ({ listing: this.graph.owners.get(name) ?? "", names: [name] }));
      this.history = end(this.history, this.token, this.failing.has(id) ? "failed" : "done", assigned);
      ran.push(id);
      if (this.failing.has(id)) break;
    }
    return ran.join(" ");
  }

  runAll(): void {
    for (const [id] of this.rows) this.run(id);
  }

  edit(id: string, text: { assigns?: string; uses?: string } = {}): void {
    this.texts.set(id, text);
  }

  revert(id: string): void {
    this.texts.delete(id);
  }

  fail(id: string): void {
    this.failing.add(id);
  }

  /** `id:reason`, with `<cause` where one is told. */
  get stale(): string {
    return [...staleness(this.graph, this.history)].map(([id, { reason, by }]) => `${id}:${reason}${by ? `<${by}` : ""}`).join(" ");
  }
}

/** 3.2, listing for listing. */
const scratch: Row[] = [
  ["data", "trueW:tensor trueB:literal features:tensor labels:tensor", ""],
  ["scatter", "", "features labels"],
  ["iter", "batchSize:literal dataIter", ""],
  ["preview", "", "dataIter features labels batchSize"],
  ["init", "w:variable b:variable", ""],
  ["model", "linreg", ""],
  ["loss", "squaredLoss", ""],
  ["optimizer", "sgd", ""],
  ["hyper", "lr:literal numEpochs:literal", ""],
  ["train", "finalLoss:primitive", "numEpochs dataIter batchSize features labels squaredLoss linreg w b sgd lr", "w b"],
  ["errors", "", "trueW w trueB b"],
];

/** 3.6: the parameters are reached through functions. */
const softmax: Row[] = [
  ["load", "trainIter:object testIter:object", ""],
  ["init", "W:variable b:variable", ""],
  ["softmax", "softmax", ""],
  ["net", "net", "softmax W b"],
  ["loss", "crossEntropy", ""],
  ["accuracy", "accuracy evaluateAccuracy", ""],
  ["untrained", "untrainedAccuracy:primitive", "evaluateAccuracy net testIter"],
  ["updater", "updater", "W b"],
  ["loop", "trainCh3", "accuracy evaluateAccuracy"],
  ["train", "", "trainCh3 net trainIter testIter crossEntropy updater", "W b"],
  ["predict", "", "net testIter"],
];

const all = (rows: readonly Row[]) => {
  const page = new Page(rows);
  page.runAll();
  return page;
};

test("the last listing of 3.2 on a fresh page runs neither the scatter plot nor the preview of a batch", () => {
  expect(new Page(scratch).run("errors")).toBe("data iter init model loss optimizer hyper train errors");
});

test("training again starts from fresh parameters", () => {
  const page = all(scratch);
  expect(page.run("train")).toBe("init train");
  expect(page.run("train")).toBe("init train");
  expect(page.run("errors")).toBe("errors");
});

test("after the learning rate is edited, the last listing runs what depends on it", () => {
  const page = all(scratch);
  page.edit("hyper");
  expect(page.run("errors")).toBe("init hyper train errors");
  expect(page.run("errors")).toBe("errors");
  page.revert("hyper");
  expect(page.run("errors")).toBe("init hyper train errors");
});

test("a learning rate that ended in NaN leaves nothing behind", () => {
  const page = all(scratch);
  page.edit("hyper", { uses: "" });
  expect(page.run("hyper")).toBe("hyper");
  expect(page.run("train")).toBe("init train");
  page.edit("hyper");
  expect(page.run("train")).toBe("init hyper train");
});

test("predicting in 3.6 does not evaluate the untrained net, and runs alone the second time", () => {
  const page = new Page(softmax);
  expect(page.run("predict")).toBe("load init softmax net loss accuracy updater loop train predict");
  expect(page.run("predict")).toBe("predict");
});

test("training again in 3.6 remakes the functions that hold the parameters", () => {
  expect(all(softmax).run("train")).toBe("init net updater train");
});

test("evaluating the untrained net after training goes back to untrained parameters", () => {
  const page = all(softmax);
  expect(page.run("untrained")).toBe("init net untrained");
  expect(page.run("predict")).toBe("updater train predict");
});

test("an edited training listing is taken to train before it has run", () => {
  const page = new Page(softmax);
  page.edit("train", { assigns: "W b" });
  expect(page.run("predict")).toMatch(/train predict$/);
});

test("an edited listing that turned out to assign nothing is no longer run for others", () => {
  const page = all(softmax);
  page.edit("untrained");
  expect(page.run("predict")).toBe("init net untrained updater train predict");
  expect(page.run("train")).toBe("init net updater train");
});

const twice: Row[] = [
  ["init", "w:variable", ""],
  ["A", "", "w", "w"],
  ["B", "", "w", "w"],
  ["show", "", "w"],
];

test("training twice from a later listing starts over and repeats what stands between", () => {
  const page = new Page(twice);
  expect(page.run("B")).toBe("init A B");
  expect(page.run("B")).toBe("init A B");
});

test("rerunning the first of two training listings makes the second stale", () => {
  const page = all(twice);
  expect(page.run("A")).toBe("init A");
  expect(page.stale).toBe("init:used<A B:upstream<init show:upstream<init");
  expect(page.run("show")).toBe("B show");
  expect(page.stale).toBe("init:used<B");
});

test("a listing edited to stop training sends its readers back to the start", () => {
  const page = all(twice);
  page.edit("A", { uses: "", assigns: "" });
  expect(page.run("show")).toBe("init B show");
});

test("a value taken before training is not retaken after it", () => {
  const page = all([
    ["init", "w:variable", ""],
    ["copy", "y:tensor", "w"],
    ["train", "", "w", "w"],
    ["compare", "", "y w"],
  ]);
  expect(page.run("compare")).toBe("compare");
  page.edit("copy");
  expect(page.run("compare")).toBe("init copy train compare");
});

test("an edit is told at the listing, downstream with its root, and elsewhere not", () => {
  const page = all(scratch);
  page.edit("hyper");
  expect(page.stale).toBe("init:used<train hyper:edited train:upstream<hyper errors:upstream<hyper");
  page.revert("hyper");
  expect(page.stale).toBe("init:used<train");
});

test("a restart makes all that was done stale, and only what is needed runs again", () => {
  const page = all(twice);
  page.history = restart(page.history);
  expect(page.stale).toBe("init:restarted A:restarted B:restarted show:restarted");
  expect(page.run("A")).toBe("init A");
  expect(page.stale).toBe("init:used<A B:restarted show:restarted");
});

test("a failing prerequisite ends the chain and runs again the next time", () => {
  const page = new Page(twice);
  page.fail("A");
  expect(page.run("show")).toBe("init A");
  expect(page.run("show")).toBe("init A");
  expect(page.history.get("A")?.state).toBe("failed");
});

test("a training listing that failed before it trained keeps the later ones from running untrained", () => {
  const page = all(scratch);
  page.edit("train", { assigns: "" });
  page.fail("train");
  expect(page.run("errors")).toBe("init train");
  expect(page.run("errors")).toBe("train");
});

test("the reasons of a plan name the culprit", () => {
  const page = all(scratch);
  page.edit("hyper");
  expect(plan(page.graph, page.history, "errors")).toEqual([
    { id: "init", reason: "used", by: "train" },
    { id: "hyper", reason: "edited" },
    { id: "train", reason: "upstream", by: "hyper" },
    { id: "errors", reason: "target" },
  ]);
});

test("a run in progress counts as none, one stopped as stopped", () => {
  let history = begin(nothing, "init", '"book"', 1);
  const page = new Page(twice);
  expect(plan(page.graph, history, "A")[0]).toEqual({ id: "init", reason: "new" });
  history = end(history, 1, "stopped");
  expect(plan(page.graph, history, "A")[0]).toEqual({ id: "init", reason: "stopped" });
  expect(restart(begin(nothing, "init", "", 1)).get("init")).toMatchObject({ state: "stopped", lost: true });
  expect(forget(history, ["init"]).size).toBe(0);
});

const dependent: Row[] = [
  ["init", "w:variable v:variable", ""],
  ["A", "", "w", "w"],
  ["maybe", "", "w v", ""],
  ["show", "", "v"],
];

test("a record holds for the book's code whatever numbers an edit gives it", () => {
  const page = new Page(dependent);
  expect(page.run("show")).toBe("init show");
  page.edit("A", { uses: "", assigns: "" });
  expect(page.run("show")).toBe("show");
});

test("a record does not hold for a listing that can come to a function of the reader's", () => {
  const page = new Page([
    ["init", "w:variable v:variable", ""],
    ["step", "step", "w"],
    ["maybe", "", "step v", ""],
    ["show", "", "v"],
  ]);
  expect(page.run("show")).toBe("init show");
  page.edit("step");
  expect(page.run("show")).toBe("step maybe show");
});

test("what a run of an edited text assigned holds while what it starts from stays", () => {
  const page = new Page(dependent);
  page.edit("maybe");
  expect(page.run("maybe")).toBe("init A maybe");
  expect(page.run("show")).toBe("show");
  page.edit("A", { uses: "", assigns: "" });
  expect(page.run("show")).toBe("init maybe show");
});

test("an assignment to what only a later listing makes is no change", () => {
  const page = new Page([
    ["init", "w:variable", ""],
    ["A", "", "w", "w z"],
    ["late", "z:object", ""],
    ["show", "", "z"],
  ]);
  expect(page.graph.nodes.get("show")?.slice).toEqual(["late"]);
});

test("what a listing assigned before it was edited does not stay", () => {
  const page = new Page([
    ["init", "w:variable", ""],
    ["A", "y:tensor", "w", "w"],
    ["show", "", "y w"],
  ]);
  expect(page.run("show")).toBe("init A show");
  page.edit("A", { uses: "", assigns: "" });
  expect(page.run("A")).toBe("A");
  expect(page.run("show")).toBe("init show");
});

test("a reply of a run that was overtaken changes nothing", () => {
  const history = begin(begin(nothing, "init", "", 1), "init", "", 2);
  expect(end(history, 1, "done")).toBe(history);
});
