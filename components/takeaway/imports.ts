/** One name an import statement brings in. */
export interface Imported {
  specifier: string;
  /** `*` for the namespace, `default` for the default export */
  imported: string;
  local: string;
}

const statement = /^[ \t]*import\s+(type\s+)?(?:\*\s+as\s+([\w$]+)|([\w$]+)|\{([^}]*)\})\s+from\s+["']([^"']+)["'];?[ \t]*\n?/gm;

/** A listing's text without its import statements, and what they bring in; types, which need no carrying at run time, included. */
export function takeImports(source: string): { rest: string; imported: Imported[] } {
  const imported: Imported[] = [];
  const rest = source.replace(
    statement,
    (_, __, namespace: string | undefined, single: string | undefined, names: string | undefined, specifier: string) => {
      if (namespace) imported.push({ specifier, imported: "*", local: namespace });
      if (single) imported.push({ specifier, imported: "default", local: single });
      for (const part of names?.split(",") ?? []) {
        const [name, local = name] = part
          .trim()
          .replace(/^type\s+/, "")
          .split(/\s+as\s+/);
        if (name) imported.push({ specifier, imported: name, local: local! });
      }
      return "";
    },
  );
  return { rest: rest.replace(/^\n+/, ""), imported };
}
