import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "number",
  asks: "60000 张图训练十轮，批量 16 时一共更新多少次参数？",
  unit: "次",
  right: 37500,
  tolerance: 0.5,
  misconceptions: [
    { name: "one-epoch", when: (got) => got === 3750, says: "这是一轮的步数。" },
    { name: "default", when: (got) => got === 2350 || got === 2340 || got === 2344, says: "这是批量 256 的步数。" },
    { name: "images", when: (got) => got === 600000, says: "这是看过的图的张数。一批更新一次。" },
    { name: "product", when: (got) => got === 60000 * 160, says: "乘反了：批量越大，一轮的步数越少。" },
  ],
  passed: "批量 256 只有 2350 次。同样的学习率，走过的路差了十六倍：所以两者要一起调。",
});
