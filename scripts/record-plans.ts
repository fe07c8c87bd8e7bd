import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { recordedPlans } from "../__tests__/end-to-end/plans/recorded-plan";
import { PlanRecorder } from "../__tests__/end-to-end/plans/recorder";
import { type Base, bases, type Scenario, scenarios, unchanged } from "../__tests__/end-to-end/plans/scenarios";
import { packPlan, planTrimmer, recordedText } from "../__tests__/end-to-end/plans/trim-plan";

/** Records the plans again with the real Terraform and the local AWS. Takes some minutes. @param names of plans; empty: all */
async function main(names: readonly string[]): Promise<void> {
  mkdirSync(recordedPlans, { recursive: true });
  for (const base of Object.keys(bases) as Base[]) {
    const wanted = scenarios.filter(
      (scenario) => scenario.base === base && (names.length === 0 || names.includes(scenario.name)),
    );
    if (wanted.length > 0) await record(base, wanted);
  }
}

async function record(base: Base, wanted: readonly Scenario[]): Promise<void> {
  const recorder = await PlanRecorder.start(base);
  const trim = planTrimmer();
  const plan = async (scenario: Scenario) => trim(await recorder.plan(scenario));
  try {
    const before = new Map<Scenario, Record<string, unknown>>();
    for (const scenario of wanted.filter(({ first }) => first)) before.set(scenario, await plan(scenario));
    await recorder.apply();
    const nothing = unchanged(base);
    const none = await plan(nothing);
    save(nothing, none);
    for (const scenario of wanted.filter(({ name }) => name !== nothing.name)) {
      try {
        save(scenario, packPlan(before.get(scenario) ?? (await plan(scenario)), none, nothing.name));
      } catch (error) {
        process.exitCode = 1;
        console.error(`${scenario.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await recorder.stop();
  }
}

function save({ name }: Scenario, plan: unknown): void {
  writeFileSync(join(recordedPlans, `${name}.json`), recordedText(plan));
  console.log(`recorded ${name}`);
}

void main(process.argv.slice(2));
