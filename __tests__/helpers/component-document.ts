import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

import { parse } from "yaml";

export interface ComponentStep {
  readonly name: string;
  readonly action: string;
  readonly timeoutSeconds?: number;
  readonly inputs?: unknown;
}

export interface ComponentPhase {
  readonly name: string;
  readonly steps: readonly ComponentStep[];
}

type Variables<T> = readonly Readonly<Record<string, T>>[];

export interface ComponentDocument {
  readonly name: string;
  readonly description: string;
  readonly schemaVersion: string;
  readonly parameters?: Variables<{ readonly type: string; readonly default?: string; readonly description?: string }>;
  readonly constants?: Variables<{ readonly type: string; readonly value: string }>;
  readonly phases: readonly ComponentPhase[];
}

/** Folder of the component documents that the project ships. */
export const componentsFolder = join(__dirname, "..", "..", "components");

/** Returns the names of all shipped component documents as images use them, for example `linux/update-os`. */
export function componentNames(): string[] {
  return readdirSync(componentsFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => relative(componentsFolder, join(componentsFolder, path)).split(sep).join("/").slice(0, -5))
    .sort();
}

export function componentText(name: string): string {
  return readFileSync(join(componentsFolder, `${name}.yaml`), "utf8");
}

export function readComponent(name: string): ComponentDocument {
  return parse(componentText(name)) as ComponentDocument;
}

export function namesOf(variables: Variables<unknown> | undefined): string[] {
  return (variables ?? []).flatMap((variable) => Object.keys(variable));
}

/** Returns the script of an ExecuteBash step. AWSTOE joins the commands of a step into one script. */
export function bashScript(step: ComponentStep): string {
  return (step.inputs as { readonly commands: readonly string[] }).commands.join("\n");
}

export function stepOf(document: ComponentDocument, phase: string, step: string): ComponentStep {
  const found = document.phases.find(({ name }) => name === phase)?.steps.find(({ name }) => name === step);
  if (found === undefined) throw new Error(`no step "${step}" in phase "${phase}" of "${document.name}"`);
  return found;
}

/**
 * Returns `text` with references resolved as by AWSTOE: by the given values, else by the document's defaults and constants.
 *
 * @throws if a reference has no value
 */
export function resolveReferences(
  document: ComponentDocument,
  text: string,
  values: Readonly<Record<string, string>>,
): string {
  const own = new Map<string, string>();
  for (const [name, { default: value }] of (document.parameters ?? []).flatMap((each) => Object.entries(each))) {
    if (value !== undefined) own.set(name, value);
  }
  for (const [name, { value }] of (document.constants ?? []).flatMap((each) => Object.entries(each))) {
    own.set(name, value);
  }
  return text.replace(/\{\{\s*(.*?)\s*\}\}/g, (_, name: string) => {
    const value = values[name] ?? own.get(name);
    if (value === undefined) throw new Error(`the test gives no value for "${name}"`);
    return value;
  });
}
