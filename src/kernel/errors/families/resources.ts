/** Too much of something: calls, memory. */
import { links } from "../links.ts";
import type { Rule } from "../rule.ts";

export const resources: Rule[] = [
  {
    kind: "stack-overflow",
    when: /Maximum call stack size exceeded|too much recursion/,
    say: () => ({
      title: "函数一层套一层地调用自己，没有尽头",
      hint: "递归要有停下来的条件，而且每次都要更接近它。另一个原因：把很长的数组展开成参数（`Math.max(...values)`），几十万个数时改用循环。",
    }),
  },
  {
    kind: "out-of-memory",
    when: /Array buffer allocation failed|[Oo]ut of memory|allocation size overflow|Aborted\(OOM\)|Cannot enlarge memory|memory access out of bounds|Invalid typed array length: (\d{9,})|could not allocate memory/,
    say: () => ({
      title: "内存不够，张量没有造出来",
      hint: "看看形状是不是比你想的大得多（[n, 1] 减 [n] 会广播成 [n, n]），循环里的中间张量有没有用 `tf.tidy` 释放。重启内核可以收回全部内存。",
      link: links.tidy,
    }),
  },
  {
    kind: "invalid-length",
    when: /Invalid typed array length: (\S+)|[Ii]nvalid array length|Array size is not a small enough|Invalid string length|length out of range/,
    say: ([, length]) => ({
      title: length === undefined ? "数组或字符串的长度不对" : `数组的长度不能是 ${length}`,
      hint: "长度要是不太大的非负整数。嵌套的数组每一行要一样长：`tf.tensor([[1, 2], [3]])` 不行；数组里也不能有张量，要用 `tf.stack`。",
    }),
  },
];
