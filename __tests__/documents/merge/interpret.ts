import { parse } from "yaml";

import type { DocumentUse } from "../../../src/documents/merge/component-use";

/** A step as it runs: its fields with all that references lead to put in, whatever they are called. */
export interface RunStep {
  readonly phase: string;
  /** Its place among all the steps of that phase. */
  readonly number: number;
  readonly fields: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
type Definition = Readonly<Record<string, string | undefined>>;
interface Read {
  readonly parameters?: readonly Readonly<Record<string, Definition>>[] | null;
  readonly constants?: readonly Readonly<Record<string, Definition>>[] | null;
  readonly phases: readonly {
    readonly name: string;
    readonly steps: readonly Fields[];
    readonly disableLogging?: unknown;
  }[];
  readonly disableLogging?: unknown;
}

/**
 * What AWSTOE would do with documents one after another, phase by phase. It shares no code with what it is there to test: references
 * are told by looking up what the document declares, and YAML is read by another way.
 */
export function interpret(
  uses: readonly Pick<DocumentUse, "parameters" | "text">[],
): Readonly<Record<string, RunStep[]>> {
  const run: Record<string, RunStep[]> = {};
  for (const { text, parameters } of uses) {
    const document = parse(text, { merge: true, uniqueKeys: false, logLevel: "error" }) as Read;
    const starts = new Map(document.phases.map(({ name }) => [name, run[name]?.length ?? 0]));
    const values = valuesOf(document, parameters);
    for (const phase of document.phases) {
      phase.steps.forEach((step, index) => {
        const chained = (phaseName: string, stepName: string): string | undefined => {
          const at = document.phases
            .find(({ name }) => name === phaseName)
            ?.steps.findIndex(({ name }) => name === stepName);
          return at === undefined || at < 0 ? undefined : `${phaseName}#${(starts.get(phaseName) ?? 0) + at}`;
        };
        const steps = (run[phase.name] ??= []);
        const isLogged = ![step, phase, document].some(({ disableLogging }) => isOn(disableLogging));
        steps.push({
          phase: phase.name,
          number: (starts.get(phase.name) ?? 0) + index,
          fields: { isLogged, ...resolvedFields(step, values, chained) },
        });
      });
    }
  }
  return run;
}

function isOn(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function valuesOf({ parameters, constants }: Read, given: Readonly<Record<string, string>>): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, { default: usual, type }] of (parameters ?? []).flatMap((each) => Object.entries(each)))
    values.set(name, `${type}:${given[name] ?? usual ?? "<none>"}`);
  for (const [name, { value, type }] of (constants ?? []).flatMap((each) => Object.entries(each)))
    values.set(name, `${type}:${value}`);
  return values;
}

function resolvedFields(
  { name, loop, ...step }: Fields,
  values: ReadonlyMap<string, string>,
  chained: (phase: string, step: string) => string | undefined,
): object {
  const { name: loopName, ...loopRest } = (loop ?? {}) as Fields;
  const put = (text: string, depth = 0): string =>
    text.replace(/\{\{([^{}\n]{1,300})\}\}/g, (whole, braced: string) => {
      const inner = braced.trim();
      const value = values.get(inner);
      if (value !== undefined) return depth > 5 ? "<round>" : `<${put(value, depth + 1)}>`;
      if (inner === "context:step" && depth === 0) return String(name);
      const looped = /^(.*)\.(index|value)$/.exec(inner);
      if (looped !== null && looped[1] === loopName && depth === 0) return `<loop ${looped[2]}>`;
      const resolve = /^aws:ssm:\s*resolve\(\s*([\w-]+)\s*\)$/.exec(inner);
      const resolved = values.get(resolve?.[1] ?? "");
      if (resolved !== undefined) return depth > 5 ? "<round>" : `<ssm ${put(resolved, depth + 1)}>`;
      const [phase = "", target = "", ...path] = inner.split(".");
      const found = /^(inputs|outputs)\b/.test(path.join(".")) ? chained(phase, target) : undefined;
      return found === undefined ? whole : `<${found}.${path.join(".")}>`;
    });
  const rest = { ...step, disableLogging: undefined };
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return put(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [put(key), walk(each)]));
  };
  return {
    ...(walk(rest) as object),
    ...(loop === undefined ? {} : { loop: walk(loopRest), isLoopNamed: loopName !== undefined }),
  };
}
