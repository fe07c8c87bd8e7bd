import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

import { z } from "zod";

import { writeAtomically } from "../../files/write-atomically";
import { howToRun } from "../../problems/how-to-run";

/** The record of what a saved plan belongs to. It is saved beside the plan as `<plan>.json` and contains nothing secret. */
const schema = z.object({
  version: z.literal(1),
  /** Name of an environment, or of the stack of a consumer. */
  stack: z.string(),
  /** SHA-256 of the plan file, so that the file cannot be replaced. */
  sha256: z.string(),
  commit: z.string().optional(),
  dirty: z.boolean(),
  /** SHA-256 of the synthesised JSON. */
  configuration: z.string(),
  /** Codes of the findings that were not accepted when the plan was made. */
  findings: z.array(z.string()),
  /** Lineage and serial of the state for which the plan was made; undefined if there was no state. */
  state: z.object({ lineage: z.string(), serial: z.number() }).optional(),
});

export type PlanRecord = z.output<typeof schema>;

/** Writes the record of a plan to `<file>.json`. */
export async function savePlanRecord(file: string, plan: PlanRecord): Promise<void> {
  await writeAtomically(`${file}.json`, `${JSON.stringify(plan, undefined, 2)}\n`);
}

/** Reads the record of a plan. Returns undefined if it is missing or invalid. */
export async function readPlanRecord(file: string): Promise<PlanRecord | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(`${file}.json`, "utf8")));
  } catch {
    return undefined;
  }
}

/** Returns the SHA-256 of a file as 64 hexadecimal digits. */
export async function sha256Of(file: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
}

/** What the record of a plan would contain if the plan was made now. */
export type Present = Omit<PlanRecord, "version" | "dirty" | "findings">;

/** Returns why a saved plan must not be applied now, each with what to do; empty if it may be applied. */
export function refusals(plan: PlanRecord, now: Present): string[] {
  const again = `make and review a new one with "${howToRun(`plan ${now.stack}`)}"`;
  const short = (commit: string | undefined): string => commit?.slice(0, 12) ?? "(none)";
  return [
    ...(plan.stack === now.stack
      ? []
      : [`the plan is of "${plan.stack}", not of "${now.stack}"; name "${plan.stack}", or ${again}`]),
    ...(plan.sha256 === now.sha256 ? [] : [`the plan file is not the one that was reviewed; ${again}`]),
    ...(plan.commit === now.commit
      ? []
      : [
          `the plan is of commit ${short(plan.commit)}, and this is ${short(now.commit)}; check out ${short(plan.commit)}, or ${again}`,
        ]),
    ...(plan.stack !== now.stack || plan.commit !== now.commit || plan.configuration === now.configuration
      ? []
      : [`the files of the project have changed since the plan was made; ${again}`]),
    ...(sameState(plan.state, now.state)
      ? []
      : [
          `the plan is stale: somebody has applied since it was made (the state is at serial ${now.state?.serial ?? 0}, the plan is for ${plan.state?.serial ?? 0}); ${again}`,
        ]),
  ];
}

function sameState(a: Present["state"], b: Present["state"]): boolean {
  return a?.lineage === b?.lineage && a?.serial === b?.serial;
}
