import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "order",
  right: [
    ["previous", "scale", "join", "divide"],
    ["scale", "previous", "join", "divide"],
  ],
  misconceptions: [
    { name: "divide-first", first: "join", then: "divide", says: "要先得到一个右边含 λ 的不等式，才好除以 λ。" },
    { name: "join-first", first: "previous", then: "join", says: "这一步是把两件事合起来：上一问的结论还没有请出来。" },
    { name: "scale-late", first: "scale", then: "join", says: "max(λa, λb) 换成 λ·max(a, b) 要先说明理由。" },
  ],
  passed: "λ > 0 用了两次：一次不改变谁最大，一次不改变不等号的方向。",
});
