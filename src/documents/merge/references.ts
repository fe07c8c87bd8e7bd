import { findReferences } from "../references/find-references";
import { parseReference } from "../references/reference";

/** Names that the references of a text can resolve to, with their new names after the merge. */
export interface Scope {
  /** New names of parameters and constants, by old name. */
  readonly variables: ReadonlyMap<string, string>;
  /** Returns the new name of a step; undefined if the document has no such step. */
  readonly step: (phase: string, name: string) => string | undefined;
  /** The step that contains the text; undefined for text outside of steps. */
  readonly own?: {
    /** Name before the merge. */
    readonly name: string;
    /** Name of the step's loop before and after the merge; undefined without a loop. */
    readonly loop?: { readonly from: string; readonly to: string };
  };
}

/** Renames the references of a text that can be resolved. Leaves everything else unchanged, including white space. */
export function rewriteReferences(text: string, scope: Scope): string {
  let rewritten = "";
  let after = 0;
  for (const { start, end, inner } of references(text)) {
    const replacement = replacementOf(inner, scope);
    if (replacement === undefined) continue;
    const braced = text.slice(start, end);
    const at = braced.indexOf(inner);
    rewritten +=
      text.slice(after, start) +
      ("literal" in replacement
        ? replacement.literal
        : braced.slice(0, at) + replacement.inner + braced.slice(at + inner.length));
    after = end;
  }
  return rewritten + text.slice(after);
}

/** Returns the names in unresolved references. A merged document must not use these names, or the references would resolve to them. */
export function strayNames(text: string, scope: Scope): string[] {
  return references(text).flatMap(({ inner }) => {
    if (replacementOf(inner, scope) !== undefined) return [];
    const resolve = resolved(inner);
    return (resolve === undefined ? inner : resolve.name).split(/[.\s]+/);
  });
}

function references(text: string) {
  return findReferences(text).filter(({ broken }) => !broken);
}

type Replacement = { readonly inner: string } | { readonly literal: string };

function replacementOf(inner: string, scope: Scope): Replacement | undefined {
  const variable = scope.variables.get(inner);
  if (variable !== undefined) return { inner: variable };
  const resolve = resolved(inner);
  if (resolve !== undefined) {
    const name = scope.variables.get(resolve.name);
    return name === undefined ? undefined : { inner: resolve.before + name + resolve.after };
  }
  const reference = parseReference(inner);
  if (reference.form === "loop") {
    const loop = scope.own?.loop;
    return loop?.from === reference.loop ? { inner: `${loop.to}.${reference.field}` } : undefined;
  }
  // The merged step has a new name, but whatever reads this value expects the old name.
  if (reference.form === "context" && reference.name === "step" && scope.own !== undefined)
    return { literal: scope.own.name };
  const chain = /^([\w-]+)\.([\w-]+)(\.(?:inputs|outputs)(?![\w-]).*)$/.exec(inner);
  if (chain === null) return undefined;
  const [, phase = "", step = "", rest = ""] = chain;
  const name = scope.step(phase, step);
  return name === undefined ? undefined : { inner: `${phase}.${name}${rest}` };
}

/** Parses `aws:ssm:resolve(Name)`, which contains the name of a parameter. Returns undefined for other references. */
function resolved(inner: string): { before: string; name: string; after: string } | undefined {
  const [, before = "", name, after = ""] = /^(aws:ssm:\s*resolve\(\s*)([\w-]+)(\s*\))$/.exec(inner) ?? [];
  return name === undefined ? undefined : { before, name, after };
}
