/** What a run depended on: the seed, the backend and the texts of its listings, in words a legend can use. */
export type Facts = ReadonlyMap<string, string>;

/** `const lr = 0.03` */
const constant =
  /^(\s*(?:export\s+)?(?:const|let)\s+([\p{L}\p{N}_$]+)\s*(?::[^=\n]+)?=\s*)([+-]?\d[\w.+-]*|true|false)(?=\s*[;,\n]|\s*\/\/|\s*$)/gmu;

/** @param sources text by number of the listing, in order */
export function factsOf(settings: Record<string, string>, sources: ReadonlyMap<string, string>): Facts {
  const facts = new Map(Object.entries(settings));
  for (const [number, source] of sources) {
    const rest = source.replace(constant, (_, before: string, name: string, value: string) => {
      facts.set(name, value);
      return before;
    });
    facts.set(number, rest);
  }
  return facts;
}

/** Of several runs, what tells each from the others; texts that differ are counted, the first one is the first way. */
export function legends(runs: readonly Facts[]): string[] {
  const keys = [...new Set(runs.flatMap((facts) => [...facts.keys()]))];
  const different = keys.filter((key) => new Set(runs.map((facts) => facts.get(key))).size > 1);
  return runs.map((facts) => {
    const words = different.map((key) => {
      const value = facts.get(key);
      if (!/^\S+-\d+$/.test(key)) return `${key} = ${value ?? "—"}`;
      const ways = [...new Set(runs.map((one) => one.get(key)))];
      return `${key} 写法 ${ways.indexOf(value) + 1}`;
    });
    return words.join("，") || "设置相同";
  });
}

/** Do two runs depend on the same? Then they show the same. */
export function sameFacts(a: Facts, b: Facts): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
