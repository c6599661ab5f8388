import { expect, test } from "vitest";
import { nearest } from "../../src/listing/nearest.ts";

const rows: [name: string, candidates: string[], found: string | undefined][] = [
  ["batchsize", ["batchSize", "batches"], "batchSize"],
  ["num_epochs", ["numEpochs"], "numEpochs"],
  ["lables", ["tables", "labels"], "labels"],
  ["featuers", ["features"], "features"],
  ["w", ["b", "W"], "W"],
  ["x", ["y"], undefined],
  ["ab", ["ac"], undefined],
  ["banana", ["orange"], undefined],
  ["loss", ["loss"], undefined],
];

test.each(rows)("%s among %j is %s", (name, candidates, found) => {
  expect(nearest(name, candidates)).toBe(found);
});
