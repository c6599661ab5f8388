/** Tensors that are gone, of another type, or no tensors. */
import { links } from "../links.ts";
import { shape, type Rule } from "../rule.ts";

export const tensors: Rule[] = [
  {
    kind: "disposed",
    when: /Tensor is disposed|Cannot read properties of null \(reading 'refCount'\)/,
    say: () => ({
      title: "这个张量已经释放了，数据不在了",
      hint: "`tf.tidy`、`variableGrads`、`minimize` 结束时会释放里面造的张量。要留下的用返回值带出来，或用 `tf.keep`；如果自己调用过 `dispose()`，之后就不能再用它。",
      link: links.tidy,
    }),
  },
  {
    kind: "assign-shape",
    when: /shape of the new value \(([\d,]*)\) and previous value \(([\d,]*)\) must match/,
    say: ([, found, wanted]) => ({
      title: `变量的形状是 ${shape(wanted)}，不能赋给它形状 ${shape(found)} 的值`,
      hint: "变量的形状不能变。形状变了，多半是算新值时发生了广播：逐项看看 `shape`。",
      link: links.optimizer,
    }),
  },
  {
    kind: "assign-type",
    when: /dtype of the new value \((\w+)\) and previous value \((\w+)\) must match/,
    say: ([, found, wanted]) =>
      found === "undefined"
        ? { title: "`assign` 要的是张量", hint: "数字先变成张量：`b.assign(tf.scalar(3))`。", link: links.params }
        : { title: `变量的类型是 ${wanted}，不能赋给它 ${found} 的值`, hint: `先转换：\`.cast("${wanted}")\`。`, link: links.params },
  },
  {
    kind: "variable-name",
    when: /Variable with name (.+) was already registered/,
    say: ([, name]) => ({
      title: `已经有一个名叫 ${name} 的变量`,
      hint: "变量的名字在整个内核里要唯一。不写名字就好：`tf.variable(初值)`；或者先 `dispose()` 旧的，或重启内核。",
      link: links.params,
    }),
  },
  {
    kind: "index-type",
    when: /Argument '(\w+)' passed to '(\w+)' must be int32 tensor, but got (\w+) tensor/,
    say: ([, argument, name, found]) => ({
      title: `\`tf.${name}\` 的 ${argument} 要是 int32 张量，这里是 ${found}`,
      hint: '造的时候就写明类型：`tf.tensor1d(labels, "int32")`；已经造好的用 `.toInt()` 转换。',
      link: links.oneHot,
    }),
  },
  {
    kind: "string-tensor",
    when: /Argument '(\w+)' passed to '(\w+)' must be numeric tensor, but got string tensor/,
    say: ([, , name]) => ({
      title: `\`${name}\` 只能算数字，这里有一个字符串`,
      hint: "数字外面的引号去掉；从文本读来的数用 `Number(text)` 转换。",
    }),
  },
  {
    kind: "not-a-tensor",
    when: /Argument '(\w+)' passed to '(\w+)' must be a Tensor or TensorLike, but got '(\w+)'/,
    say([, argument, name, found]) {
      if (found === "Promise") {
        return {
          kind: "missing-await",
          title: `\`${name}\` 收到的是 Promise，还不是张量`,
          hint: "前面的异步函数忘了 `await`：`const X = await load();`。",
          link: links.values,
        };
      }
      if (found === "null") {
        return {
          kind: "undefined-operand",
          title: `\`${name}\` 的参数 ${argument} 是 undefined 或 null`,
          hint: "那个值还没有：可能名字写错了、函数忘了 `return`，或下标超出了范围。张量不能用 `t[0]` 取元素，要写 `t.gather(0)` 或 `t.slice(…)`。",
          link: links.values,
        };
      }
      if (found === "Uint32Array") {
        return {
          kind: "uint32",
          title: `\`${name}\` 不收 Uint32Array`,
          hint: "先变成普通数组：`Array.from(indices)`，或 `Int32Array.from(indices)`。",
          link: links.batches,
        };
      }
      return {
        title: `\`${name}\` 的参数 ${argument} 要是张量、数字或数组，得到的是 ${found}`,
        hint: "用 `console.log` 看看传进去的是什么。",
      };
    },
  },
  {
    kind: "tensor-values",
    when: /values passed to tensor\(values\) must be a number\/boolean\/string or an array/,
    say: () => ({
      title: "`tf.tensor` 的内容要是数字、布尔值、字符串，或它们的数组",
      hint: "得到的可能是 undefined（名字写错了、忘了 `return`）、Promise（忘了 `await`）或一个对象。",
      link: links.values,
    }),
  },
  {
    kind: "variable-value",
    when: /Cannot read properties of undefined \(reading 'slice'\)|undefined is not an object \(evaluating '[^']*\.slice'\)|\.shape is undefined/,
    say: () => ({
      title: "这里要的是张量，得到的是别的东西",
      hint: "`tf.variable` 的初值要是张量：`tf.variable(tf.scalar(3))`，不是 `tf.variable(3)`。如果是在数组上调用 `slice`，那个数组还没有值。",
      link: links.params,
    }),
  },
  {
    kind: "one-hot-depth",
    when: /Error in oneHot: depth must be >=2, but it is (\S+)/,
    say: ([, depth]) => ({
      title: `\`tf.oneHot\` 的类别数至少是 2，这里是 ${depth}`,
      hint: "第二个参数是类别的个数：`tf.oneHot(labels, 10)`。",
      link: links.oneHot,
    }),
  },
  {
    kind: "missing-kernel",
    when: /Kernel '(\w+)' not registered for backend '(\w+)'|(BatchMatMul) for non non-float32 tensors not yet supported/,
    say: ([, kernel, backend = "wasm", other]) => ({
      title: `后端 ${backend} 没有实现运算 ${kernel ?? `${other}（整数）`}`,
      hint: "在页面上把后端换成 cpu 再运行；或者换一种写法，比如整数先 `.toFloat()`，取行用独热矩阵相乘。",
      link: links.backends,
    }),
  },
  {
    kind: "backend",
    when: /Backend name '(\w+)' not found in registry|No backend found in registry/,
    say: ([, name]) => ({
      title: `这个浏览器里没有后端 ${name ?? ""}`.trim(),
      hint: "换成 cpu 或 wasm。清单里不用自己切换后端，用页面上的开关。",
    }),
  },
  {
    kind: "tidy-function",
    when: /Please provide a function to tidy\(\)|argument to tidy\(\) must be a/,
    say: () => ({ title: "`tf.tidy` 要的是函数", hint: "写成 `tf.tidy(() => { … })`。", link: links.tidy }),
  },
];
