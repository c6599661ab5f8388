import { expect, test } from "vitest";
import { englishFor, findTerm, glossary, namesOf } from "../../components/glossary.ts";

test.each([
  ["residual", "残差", ["residual"]],
  ["bias", "偏置", ["bias"]],
  ["hard-and-soft", "硬类别与软类别", ["hard assignment", "soft assignment"]],
  ["squared-error", "平方误差", ["squared error"]],
  ["grayscale", "灰度图", ["grayscale"]],
  ["overfitting", "权重衰减", ["weight decay"]],
  ["softmax", "softmax 函数", []],
  ["logit", "未规范化的预测", ["logit"]],
])("the English of %s, said as %s, is %j", (id, word, english) => {
  expect(englishFor(findTerm(id), word)).toEqual(english);
});

test("terms told together have an English name each", () => {
  expect(
    glossary.flatMap((term) =>
      namesOf(term)
        .filter(({ en }) => en === "")
        .map(({ zh }) => zh),
    ),
  ).toEqual([]);
});
