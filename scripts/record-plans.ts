import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { PlanRecorder } from "../__tests__/end-to-end/plans/recorder";
import { type Scenario, scenarios } from "../__tests__/end-to-end/plans/scenarios";
import { trimPlan } from "../__tests__/end-to-end/plans/trim-plan";

const folder = join(__dirname, "..", "__tests__", "fixtures", "plans");

/** Makes the recorded plans anew, all or those that are named: the real Terraform against the local AWS. */
async function main(names: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const wanted = scenarios.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const base of ["project", "terraform"] as const)
    await record(
      base,
      wanted.filter((scenario) => scenario.base === base),
    );
}

async function record(base: Scenario["base"], wanted: readonly Scenario[]): Promise<void> {
  if (wanted.length === 0) return;
  const recorder = await PlanRecorder.start(base);
  try {
    for (const scenario of wanted.filter(({ first }) => first)) await save(recorder, scenario);
    await recorder.apply();
    for (const scenario of wanted.filter(({ first }) => !first)) await save(recorder, scenario);
  } finally {
    await recorder.stop();
  }
}

async function save(recorder: PlanRecorder, scenario: Scenario): Promise<void> {
  try {
    writeFileSync(join(folder, `${scenario.name}.json`), trimPlan(await recorder.plan(scenario)));
    console.log(`recorded ${scenario.name}`);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${scenario.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

void main(process.argv.slice(2));
