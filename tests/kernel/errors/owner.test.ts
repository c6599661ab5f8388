import { expect, test } from "vitest";
import { ownerAt } from "../../../src/kernel/errors/owner.ts";

/** `‸` marks where the engine says the property stands. */
test.each([
  ["y.‸reshape([-1, 1])", "reshape", "y"],
  ["const d = [1, w.shape‸[0]]", "0", "w.shape"],
  ["rows[i]‸[j]", "0", "rows[i]"],
  ["net(X)‸.shape", "shape", "net(X)"],
  ["损失.‸mean()", "mean", "损失"],
  ["a?.b.‸c", "c", "a?.b"],
  ["f(g(x), h(y)).‸mean()", "mean", undefined], // brackets within brackets
  ["const ‸x = y.mean()", "mean", undefined], // the place is another's
  ["w ‸= 3", "w", undefined],
])("of %s the property %s is asked of %s", (marked, property, owner) => {
  const column = marked.indexOf("‸") + 1;
  expect(ownerAt(marked.replace("‸", ""), column, property)).toBe(owner);
});
