import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { FleetSize } from "../fleet/generate-fleet";
import { generateFleet } from "../fleet/generate-fleet";
import { writeProject } from "../fleet/write-project";
import { type Counter, total, type Work } from "./count-work";

/** Two sizes of a fleet that are compared. */
export interface Step {
  readonly small: FleetSize;
  readonly large: FleetSize;
  /** How many times larger the growing part of the large fleet is. */
  readonly factor: number;
}

export interface Growth {
  /** Exponent with which all work grows with the size: 1 is linear, 2 quadratic. */
  readonly exponent: number;
  /** Exponents of the functions that ran often in the large fleet, the steepest first. */
  readonly steepest: readonly { readonly name: string; readonly exponent: number; readonly count: number }[];
}

/** Least count of a function that is reported. Functions that run less often belong to a part of the fleet that does not grow. */
const often = 1000;

/** Measures how work grows with the size of a fleet. The work runs twice for each fleet, and only the second run counts. */
export async function growthOf(
  counter: Counter,
  step: Step,
  work: (folder: string) => Promise<unknown>,
): Promise<Growth> {
  const small = await workAt(counter, step.small, work);
  const large = await workAt(counter, step.large, work);
  const exponentOf = (before: number, after: number) => Math.log(after / before) / Math.log(step.factor);
  const steepest = [...large]
    .filter(([, count]) => count >= often)
    .map(([name, count]) => ({ name, count, exponent: exponentOf(Math.max(1, small.get(name) ?? 0), count) }))
    .sort((a, b) => b.exponent - a.exponent);
  return { exponent: exponentOf(total(small), total(large)), steepest };
}

async function workAt(counter: Counter, size: FleetSize, work: (folder: string) => Promise<unknown>): Promise<Work> {
  const folder = await mkdtemp(join(tmpdir(), "golden-images-fleet-"));
  try {
    writeProject(folder, generateFleet(size));
    const { inspectProject } = await import("../../src/checks/inspect-project");
    const { lock, problems } = await inspectProject(folder);
    if (lock === undefined || problems.length > 0)
      throw new Error(`the fleet is at fault: ${JSON.stringify(problems[0])}`);
    await writeFile(join(folder, "versions.lock.json"), lock.text);
    await work(folder);
    return await counter.count(async () => work(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
