import type { File, Node as Tree } from "@babel/types";
import { analyze, type Scope, type Variable } from "eslint-scope";
import type { Node, Program } from "estree";
import type { Position } from "../error.ts";
import type { Compiled, Declaration } from "../types.ts";
import { findExports, findTypes, kindOf } from "./declarations.ts";
import type { Import } from "./imports.ts";
import { findIndexed } from "./indexes.ts";
import { positionOf } from "./parse.ts";
import { findTypeReferences } from "./type-references.ts";

/** A name where it stands, by its index in the text. */
interface Use extends Position {
  name: string;
  start: number;
}

/**
 * Which names a listing declares, uses and assigns.
 *
 * @param file the TypeScript tree: knows exports and types
 * @param program the tree of the erased code, at the same positions: what eslint-scope resolves
 */
export function analyse(file: File, program: Program, imports: readonly Import[]): Omit<Compiled, "code" | "tails"> {
  const { scopes } = analyze(program, { sourceType: "module", ecmaVersion: 2025, ignoreEval: true });
  const module = scopes.find((scope) => scope.type === "module") as Scope;
  const values = module.variables.filter((variable) => variable.defs.length > 0);
  const types = findTypes(file);

  const own = new Set([...values.map(({ name }) => name), ...types.keys(), ...imports.map(({ local }) => local)]);
  const isForeign = ({ name }: Use) => !own.has(name);
  const reads = inOrder(module.through.filter((one) => one.isRead()).map((one) => useOf(one.identifier)));
  const writes = inOrder(module.through.filter((one) => one.isWrite()).map((one) => useOf(one.identifier)));
  const typeUses = findTypeReferences(file)
    .filter((use) => !isLocal(scopes, use))
    .map(({ node }) => useOf(node));
  const declared = inOrder([...values.map((variable) => useOf(variable.defs[0].name)), ...[...types.values()].map(useOf)]);

  const exported = findExports(file);
  const ownUses = inOrder(values.flatMap((variable) => variable.references.map((one) => useOf(one.identifier))));
  const everything = inOrder([...reads, ...writes, ...typeUses, ...ownUses]);
  const indexes = findIndexed(program as unknown as Tree);
  const indexed = everything.filter(({ start }) => indexes.has(start)).map(({ name, line, column }) => ({ name, line, column }));

  return {
    declares: names(declared).map((name): Declaration => {
      const variable = values.find((one) => one.name === name);
      const span = exported.get(name);
      const needs = span && names(everything.filter((use) => use.start >= span.start && use.start < span.end && use.name !== name));
      const { line } = declared.find((use) => use.name === name) as Use;
      const beside = variable ? names(within(variable, ownUses).filter((use) => use.name !== name)) : [];
      return {
        name,
        kind: variable ? kindOf(variable.defs[0]) : "type",
        exported: span !== undefined,
        line,
        ...(variable && isReassigned(variable) && { reassigned: true }),
        ...(beside.length > 0 && { beside }),
        ...(needs && { needs }),
      };
    }),
    references: names(reads.filter(isForeign)),
    typeReferences: names(typeUses.filter(isForeign)),
    assigns: writes.map(({ name, line, column }) => ({ name, line, column })),
    indexed,
    imports: imports.map(({ specifier, imported, local, typeOnly }) => ({ specifier, imported, local, typeOnly })),
    positions: positions([
      ...declared,
      ...imports.map(({ local, at }) => ({ name: local, ...at })),
      ...inOrder([...reads, ...writes, ...typeUses]).filter(isForeign),
    ]),
  };
}

function useOf(node: Node | Tree): Use {
  const { name } = node as { name: string };
  return { name, start: startOf(node), ...positionOf(node as Tree) };
}

/** Babel's own trees have `start`, its ESTree ones `range` too. */
function startOf(node: unknown): number {
  return (node as { start: number }).start;
}

/** By position; eslint-scope tells some places twice. */
function inOrder(uses: readonly Use[]): Use[] {
  return [...new Map(uses.map((use) => [use.start, use])).values()].sort((a, b) => a.start - b.start);
}

function names(uses: readonly Use[]): string[] {
  return [...new Set(uses.map(({ name }) => name))];
}

function positions(uses: readonly (Position & { name: string })[]): Compiled["positions"] {
  const first = new Map<string, Position>();
  for (const { name, line, column } of uses) if (!first.has(name)) first.set(name, { line, column });
  return Object.fromEntries(first);
}

function isReassigned({ references }: Variable): boolean {
  return references.some((reference) => reference.isWrite() && !reference.init);
}

/** The uses that stand in the declaration of a name. */
function within({ defs }: Variable, uses: readonly Use[]): Use[] {
  return uses.filter(({ start }) => defs.some(({ node }) => start >= startOf(node) && start < (node as unknown as { end: number }).end));
}

/** Whether a name in a type belongs to a local value: a class within a function, a parameter after `typeof`. */
function isLocal(scopes: readonly Scope[], { name, start }: { name: string; start: number }): boolean {
  return scopes.some(({ type, set, block }) => {
    if (type === "global" || type === "module" || !set.has(name)) return false;
    const { start: from, end } = block as unknown as { start: number; end: number };
    return start >= from && start < end;
  });
}
