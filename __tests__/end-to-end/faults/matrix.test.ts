import { readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import Table from "cli-table3";

import { TerraformError } from "../../../src/terraform/run-terraform";
import { describeWithTools } from "../../helpers/require-tool";
import { seed, whole } from "../../helpers/sample";
import { type Course, Life, NotConverged } from "./life";
import { allPositions, livesOf, type Phase, phases, type Position, sampleOf } from "./positions";

/** How many positions: a number, or `all`. */
const size = whole ? "all" : "6";

// A fault costs a minute at most; all of them hours.
jest.setTimeout(12 * 3600_000);

interface Result {
  readonly position: Position;
  readonly course?: Course;
  readonly failure?: string;
}

describeWithTools(["terraform", "moto_server"], "the matrix of faults", () => {
  it(`converges after each of ${size} faults (SAMPLE_SEED=${seed})`, async () => {
    let life = await Life.prepared();
    const results: Result[] = [];
    let all: readonly Position[] = [];
    let chosen: readonly Position[] = [];
    try {
      const { calls, lastRole } = await countedCalls(life);
      all = allPositions(calls, lastRole);
      chosen = size === "all" ? all : sampleOf(all, Number(size), seed);
      for (const each of livesOf(chosen)) {
        const failed = await lived(life, each, results);
        if (process.env.FAULT_PROGRESS !== undefined) writeFileSync(process.env.FAULT_PROGRESS, report(results));
        if (!failed) continue;
        // The next life starts from nothing, whatever happened to this one.
        await life.sandbox.stop();
        life = await Life.prepared();
      }
    } finally {
      await life.sandbox.stop();
    }
    process.stdout.write(`${report(results)}\n${summary(results, all.length)}\n`);
    expect(results.filter(({ failure }) => failure !== undefined)).toEqual([]);
    expect(results.length).toBe(chosen.length);
    expect(results.filter(({ course }) => course?.struck === undefined)).toEqual([]);
  });

  it("ends a Terraform that does not end, and counts it as not converged", async () => {
    const life = await Life.prepared({ limit: 15_000, provider: {} });
    try {
      // An answer that comes after the limit, as one that never comes.
      await expect(life.go("create", { kind: "latency", at: 1, milliseconds: 600_000 })).rejects.toThrow(
        new NotConverged("Terraform did not end within 15 seconds, and was ended"),
      );
      expect(programsIn(life.options.folder)).toEqual([]);
    } finally {
      await life.sandbox.stop();
    }
  });

  it("can fail: a recipe that is destroyed before its successor is there is caught", async () => {
    const destroyedFirst = (stack: string): void => {
      const file = join(stack, "cdk.tf.json");
      const text = readFileSync(file, "utf8").replaceAll(
        /"create_before_destroy": true/g,
        '"create_before_destroy": false',
      );
      writeFileSync(file, text);
    };
    const life = await Life.prepared({ change: destroyedFirst });
    try {
      await life.go("create");
      await expect(life.go("change", { kind: "latency", at: 1, milliseconds: 1 })).rejects.toThrow(NotConverged);
    } finally {
      await life.sandbox.stop();
    }
  });
});

/** Command lines of what runs in a folder. It is known on Linux alone. */
function programsIn(folder: string): string[] {
  return readdirSync("/proc").flatMap((pid) => {
    try {
      if (!/^\d+$/.test(pid) || readlinkSync(`/proc/${pid}/cwd`) !== folder) return [];
      return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")];
    } catch {
      return []; // It has ended meanwhile, or is not ours to see.
    }
  });
}

/**
 * Takes a life through its phases, one fault in each.
 *
 * @returns whether one of them did not converge
 * @throws Error where a phase without a fault fails
 */
async function lived(life: Life, each: Partial<Record<Phase, Position>>, results: Result[]): Promise<boolean> {
  for (const phase of phases) {
    const position = each[phase];
    const result = await outcome(life, phase, position);
    if (position !== undefined) results.push({ position, ...result });
    if (result.failure === undefined) continue;
    if (position === undefined) throw new Error(`without a fault: ${result.failure}`);
    return true;
  }
  return false;
}

/** How many calls each phase makes without faults, and the number of the last one that makes a role or instance profile. */
async function countedCalls(life: Life): Promise<{ calls: Record<Phase, number>; lastRole: number }> {
  const calls = { create: 0, change: 0, destroy: 0 };
  let lastRole = 0;
  for (const phase of phases) {
    const start = life.sandbox.calls.length;
    await life.go(phase);
    const changing = life.sandbox.calls.slice(start).filter(({ mutates }) => mutates);
    calls[phase] = changing.length;
    if (phase === "create")
      lastRole = changing.findLastIndex(({ operation }) => /^Create(Role|InstanceProfile)$/.test(operation)) + 1;
  }
  return { calls, lastRole };
}

async function outcome(life: Life, phase: Phase, position: Position | undefined): Promise<Omit<Result, "position">> {
  try {
    return { course: await life.go(phase, position?.fault) };
  } catch (error) {
    if (error instanceof NotConverged || error instanceof TerraformError) return { failure: error.message };
    throw error;
  }
}

/** What a run of the whole prints: a line a position. */
function report(results: readonly Result[]): string {
  const table = new Table({
    head: ["Phase", "Fault", "Call", "Struck", "Outcome"],
    style: { head: [], border: [], compact: true },
  });
  for (const { position, course, failure } of results)
    table.push([
      position.phase,
      position.fault.kind,
      position.fault.at,
      course?.struck ?? "-",
      inWords(course, failure),
    ]);
  return table.toString();
}

function inWords(course: Course | undefined, failure: string | undefined): string {
  if (course === undefined) return `NOT CONVERGED: ${(failure ?? "").slice(0, 200)}`;
  if (course.atFirst) return "done at first";
  return course.imported.length === 0 ? "done by the next run" : `done after import of ${course.imported.join(", ")}`;
}

function summary(results: readonly Result[], all: number): string {
  const converged = results.filter(({ failure }) => failure === undefined);
  const imported = converged.filter(({ course }) => (course?.imported.length ?? 0) > 0);
  return `${converged.length} of ${results.length} fault positions converged, ${imported.length} of them after an import (of ${all} in all; SAMPLE_SEED=${seed}).`;
}
