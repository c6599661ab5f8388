import { expect, test } from "vitest";
import { pieces } from "../../components/search/find.ts";

test.each([
  ["一个<mark>交叉</mark><mark>熵</mark>损失", ["一个", "交叉熵", "损失"]],
  ["； 重复，直到满意： 取一批 ，求<mark>梯度</mark> ； 更新参数 。", ["重复，直到满意：取一批，求", "梯度", "；更新参数。"]],
  ["[naive].map((<mark>loss</mark>) =&gt; f", ["[naive].map((", "loss", ") => f"]],
])("the excerpt %s is shown in pieces, without the holes that formulas leave", (excerpt, shown) => {
  expect(pieces(excerpt)).toEqual(shown);
});
