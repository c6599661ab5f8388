import { expect, test } from "vitest";
import { adviceOn } from "../../../components/section/advice.ts";

const memory = { made: 0, kept: 0, leaked: 0, leakedBytes: 0, tensors: 0, bytes: 0 };
const nan = { title: "出现了 NaN", original: "NaN", kind: "not-finite" };

test.each([
  ["a run that leaves nothing is not commented on", { memory }, undefined, undefined],
  ["three small tensors are nobody's worry", { memory: { ...memory, leaked: 3, leakedBytes: 100 } }, undefined, undefined],
  [
    "more than 10 MiB without a name is told with the remedy",
    { memory: { ...memory, leaked: 30, leakedBytes: 3e7 } },
    undefined,
    /30 个没有名字的张量（28\.6 MiB）。.*tf\.tidy/,
  ],
  [
    "a leak that grows between equal runs is told however small",
    { memory: { ...memory, leaked: 2 } },
    { memory: { ...memory, leaked: 1 } },
    /比上次同样的运行还多/,
  ],
  [
    "a leak that stays the same between equal runs is not",
    { memory: { ...memory, leaked: 2 } },
    { memory: { ...memory, leaked: 2 } },
    undefined,
  ],
  ["a number that is not finite is told first", { memory, warning: nan }, undefined, /^出现了 NaN。$/],
])("%s", (_, result, before, words) => {
  const advice = adviceOn(result, before);
  if (words) expect(advice).toMatch(words);
  else expect(advice).toBeUndefined();
});
