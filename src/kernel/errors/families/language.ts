/** Failures of the language itself, in the words of V8, SpiderMonkey and JavaScriptCore. */
import { links } from "../links.ts";
import { FAMILIAR, nearest } from "../../../listing/nearest.ts";
import type { Rule } from "../rule.ts";
import { readable } from "./members.ts";
import { ELSEWHERE } from "./surroundings.ts";

export const language: Rule[] = [
  {
    kind: "undefined-name",
    when: /^(?:([\w$]+) is not defined|Can't find variable: ([\w$]+))/,
    say([, v8, jsc], _, { names: known = [] }) {
      const name = v8 ?? jsc;
      if (Object.hasOwn(ELSEWHERE, name)) return { kind: "elsewhere", title: `这里没有 \`${name}\``, hint: ELSEWHERE[name] };
      const guess = nearest(name, [...known, ...FAMILIAR]);
      return {
        title: `没有叫 \`${name}\` 的东西`,
        hint: guess
          ? `是不是想写 \`${guess}\`？`
          : "看看是不是拼错了（大小写也要一致），是不是还没有 `import`，或者声明它的清单还没有运行。花括号里声明的名字，外面看不到。",
        link: links.code,
      };
    },
  },
  {
    kind: "used-before-declared",
    when: /Cannot access '([\w$]+)' before initialization|can't access lexical declaration '([\w$]+)' before initialization|Cannot access uninitialized variable/,
    say: ([, v8, gecko]) => ({
      title: `${(v8 ?? gecko) ? `\`${v8 ?? gecko}\`` : "一个名字"}在声明之前就用到了`,
      hint: "`const` 和 `let` 要先写声明，再使用。也可能是里层又声明了一个同名的，把外层的遮住了。",
      link: links.code,
    }),
  },
  {
    kind: "const-assignment",
    when: /Assignment to constant variable|invalid assignment to const '([\w$]+)'|Attempted to assign to readonly property/,
    say: ([, name]) => ({
      title: `用 \`const\` 声明的${name ? ` \`${name}\` ` : "名字"}不能再赋值`,
      hint: "要改变的名字用 `let` 声明。更新模型的参数不用等号：`w.assign(w.sub(…))`。",
      link: links.optimizer,
    }),
  },
  {
    kind: "read-only",
    when: /Cannot assign to read only property '([^']+)'|"([^"]+)" is read-only|Cannot set property (\S+) of .* which has only a getter|setting getter-only property "([^"]+)"|Cannot add property ([^,]+), object is not extensible/,
    say: (match) => ({
      title: `\`${match.slice(1).find(Boolean)}\` 是只读的，不能改`,
      hint: "库里的东西不能改写。想换一种做法，另外声明一个名字。",
    }),
  },
  {
    kind: "not-iterable",
    when: /^(.+?) is not a function or its return value is not (?:async )?iterable/,
    say: ([, call]) => ({
      title: `\`${readable(call)}(…)\` 返回的东西不能逐个取出`,
      hint: "多半是函数忘了 `return`，返回的就是 undefined；它若是异步函数，前面忘了 `await`。",
      link: links.code,
    }),
  },
  {
    kind: "not-iterable",
    when: /^(.*?) ?is not (?:async )?iterable|^undefined is not a function \(near '\.\.\.(.*)\.\.\.'\)|object is not iterable/,
    say(match) {
      const text = readable(match[1] ?? match[2] ?? "");
      const what = /^[\w$.()[\]]{1,60}$/.test(text) && text !== "object" ? `\`${text}\` ` : "这个值";
      return {
        title: `${what}不能逐个取出（不能用在 for…of、解构或展开里）`,
        hint: "张量先变成数组：`t.arraySync()`。异步函数的结果先 `await`。生成器函数要先调用：`dataIter(…)`。`tf.data` 的数据集用 `await ds.forEachAsync(…)`。普通对象用 `Object.entries(…)`。",
        link: links.batches,
      };
    },
  },
  {
    kind: "not-a-constructor",
    when: /^(.+?) is not a constructor/,
    say: ([, name]) => ({
      title: `\`${readable(name)}\` 不是类，不能用 \`new\``,
      hint: "tfjs 的张量、层、优化器都不用 `new`：`tf.tensor(…)`、`tf.layers.dense(…)`、`tf.train.sgd(…)`。",
    }),
  },
  {
    kind: "mix-bigint",
    when: /Cannot mix BigInt|can't convert BigInt to number|Invalid mix of BigInt/,
    say: () => ({ title: "BigInt（带 n 的整数）不能和普通数字一起算", hint: "去掉数字后面的 n，或用 `Number(x)` 转换。" }),
  },
  {
    kind: "conversion",
    when: /Cannot convert (?:a Symbol|object|undefined or null)|can't convert (?:symbol|\S+ to)|No default value/,
    say: () => ({ title: "这个值不能变成数字、文字或对象", hint: "用 `console.log` 看看它是什么；它可能是 undefined。" }),
  },
  {
    kind: "digits",
    when: /to(?:Fixed|Precision|Exponential)\(\)|digits argument must be|precision .* out of range/,
    say: () => ({ title: "小数的位数不对", hint: "`toFixed` 收 0 到 100，`toPrecision` 收 1 到 100。" }),
  },
  {
    kind: "json",
    when: /in JSON at position|JSON\.parse|JSON Parse error|is not valid JSON/,
    say: () => ({ title: "这段文字不是 JSON", hint: "JSON 的名字和字符串都要用双引号，末尾不能有多余的逗号。" }),
  },
  {
    kind: "generator-running",
    when: /Generator is already (?:running|executing)/,
    say: () => ({ title: "生成器在自己里面又被取了一次", hint: "每一轮都重新调用生成器函数，得到新的一个。", link: links.batches }),
  },
];
