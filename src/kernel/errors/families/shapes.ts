/** Shapes and axes that a tensor cannot have. */
import { links } from "../links.ts";
import { shape, type Rule } from "../rule.ts";

export const shapes: Rule[] = [
  {
    kind: "reshape",
    when: /^Size\((\d+)\) must match the product of shape ([\d,-]*)/,
    say([, size, to]) {
      const single = /^-?\d+$/.test(to);
      return {
        title: `${size} 个元素排不成形状 ${shape(to)}`,
        hint: `\`reshape\` 前后的元素个数要一样${single ? "；形状要写成一个数组：`reshape([2, 3])`，不是 `reshape(2, 3)`" : ""}。有一个轴可以写 -1，让它自己算出来。`,
        link: links.shapes,
      };
    },
  },
  {
    kind: "reshape",
    when: /implicit shape can't be a fractional number\. Got (\d+) \/ (\d+)/,
    say: ([, size, known]) => ({
      title: `${size} 个元素不能平均分成每份 ${known} 个`,
      hint: "形状里的 -1 要能算出整数：元素总数得是其余各轴乘积的倍数。",
      link: links.shapes,
    }),
  },
  {
    kind: "values-count",
    when: /Based on the provided shape, \[([\d,]*)\], the tensor should have (\d+) values but has (\d+)/,
    say: ([, to, wanted, found]) => ({
      title: `形状 ${shape(to)} 要 ${wanted} 个数，给了 ${found} 个`,
      hint: "数一数数组的长度，或者改写形状。",
      link: links.shapes,
    }),
  },
  {
    kind: "flat-values",
    when: /^(tensor([2-6])d)\(\) requires shape to be provided when `values` are a flat/,
    say: ([, name, rank]) => ({
      title: `\`${name}\` 收到一串平铺的数，还需要知道形状`,
      hint: `把形状写在第二个参数里，例如 \`tf.${name}(values, [${Array.from({ length: Number(rank) }, (_, i) => i + 2).join(", ")}])\`；或者传嵌套的数组。`,
      link: links.shapes,
    }),
  },
  {
    kind: "tensor1d-values",
    when: /^tensor1d\(\) requires values to be a flat\/TypedArray/,
    say: () => ({
      title: "`tensor1d` 只收一层的普通数组，或 Float32Array、Int32Array、Uint8Array",
      hint: "嵌套的数组用 `tf.tensor2d`。`Uint32Array`（例如 `tf.util.createShuffledIndices` 的结果）先用 `Array.from` 变成普通数组。",
      link: links.batches,
    }),
  },
  {
    kind: "shape-not-array",
    // In the bundled tfjs the parameter has another name: any short one will do.
    when: /^(?:shape|\w{1,3})\.forEach is not a function/,
    say: () => ({
      title: "形状要写成一个数组",
      hint: "`tf.zeros([2, 3])`，不是 `tf.zeros(2, 3)`；`tf.ones`、`tf.randomNormal`、`tf.fill` 也是这样。",
      link: links.shapes,
    }),
  },
  {
    kind: "shape-invalid",
    when: /Tensor must have a shape comprised of positive integers but got shape \[([^\]]*)\]/,
    say: ([, text]) => {
      const to = text.split(",").map((length) => length || "undefined"); // joined, an undefined leaves nothing
      if (to.includes("undefined")) {
        return {
          title: `形状 [${to.join(", ")}] 里有一个轴还没有长度`,
          hint: "那个值是 undefined：调用函数时少传了一个参数，或者名字写错了。",
          link: links.shapes,
        };
      }
      return {
        title: `形状 [${to.join(", ")}] 里有不是非负整数的长度`,
        hint: "每个轴的长度要是非负整数；-1 只有在 `reshape` 里才能用。除出来的长度用 `Math.floor` 取整。",
        link: links.shapes,
      };
    },
  },
  {
    kind: "slice",
    when: /Error in slice\w*: begin\[(\d+)\] \+ size\[\d+\] \((\d+)\) would overflow input\.shape\[\d+\] \((\d+)\)/,
    say: ([, axis, end, length]) => ({
      title: `\`slice\` 取过头了：第 ${axis} 轴只有 ${length} 个，却要取到第 ${end} 个`,
      hint: "`slice(begin, size)` 的第二个参数是长度，不是终点；写 -1 表示一直取到末尾。",
      link: links.batches,
    }),
  },
  {
    kind: "gather-index",
    when: /GatherV2: the index value (-?\d+) is not in \[0, (-?\d+)\]/,
    say: ([, index, last]) => ({
      title: `\`gather\` 的下标 ${index} 超出了范围 0…${last}`,
      hint: "下标从 0 数起。看看下标是不是按另一个数据集的长度生成的。",
      link: links.batches,
    }),
  },
  {
    kind: "axis",
    when: /All values in axis param must be in range \[-?\d+, (\d+)\) but got axis (-?[\d,]+)/,
    say: ([, rank, axis]) => ({
      title: `没有第 ${axis} 轴：这个张量只有 ${rank} 个轴`,
      hint: `轴从 0 数起，这里可以是 ${Array.from({ length: Number(rank) }, (_, i) => i).join("、")}，或 -1（最后一个）。`,
      link: links.shapes,
    }),
  },
  {
    kind: "softmax-axis",
    when: /Softmax along a non-last dimension is not yet supported/,
    say: () => ({
      title: "`softmax` 只能沿最后一个轴",
      hint: "先 `transpose()`，算完再转回来。一行一个样本时，最后一个轴正好是类别。",
      link: links.shapes,
    }),
  },
  {
    kind: "transpose",
    when: /Error in transpose: rank of input (\d+) must match length of perm ([\d,]+)/,
    say: ([, rank, perm]) => ({
      title: `张量有 ${rank} 个轴，\`transpose\` 却给了 ${perm.split(",").length} 个`,
      hint: "每个轴恰好写一次；矩阵的转置直接写 `.transpose()`。",
      link: links.shapes,
    }),
  },
  {
    kind: "squeeze",
    when: /Can't squeeze axis (\d+) since its dim '(\d+)' is not 1/,
    say: ([, axis, length]) => ({
      title: `第 ${axis} 轴的长度是 ${length}，不能去掉`,
      hint: "`squeeze` 只能去掉长度为 1 的轴。要合并几个轴，用 `reshape`。",
      link: links.shapes,
    }),
  },
  {
    kind: "expand-dims",
    when: /Axis must be <= rank of the tensor/,
    say: () => ({ title: "`expandDims` 的轴超出了范围", hint: "新轴可以插在 0 到轴数之间；-1 是插在最后。", link: links.shapes }),
  },
  {
    kind: "rank",
    when: /Error in (\w+): (\w+) must be (?:of )?rank (.+?), but got (?:\w+ )?rank (\d+)/,
    say: ([, name, argument, wanted, found]) => ({
      title: `\`${name}\` 的参数 ${argument} 有 ${found} 个轴，应当有 ${wanted.replace(" or ", " 或 ")} 个`,
      hint: "少一个轴用 `expandDims` 补上，多一个长度为 1 的轴用 `squeeze` 去掉。图像的次序是 [张数, 高, 宽, 通道]。",
      link: links.shapes,
    }),
  },
];
