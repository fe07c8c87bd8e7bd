import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { runTerraform } from "../../../src/terraform/run-terraform";
import { describeWithTools } from "../../helpers/require-tool";
import { Life } from "./life";

jest.setTimeout(1800_000);

const stateBucket = { kind: "bucket", id: "states", region: "us-east-1" } as const;

/** Keeps the state where a team keeps it: in S3, with a lock file beside it. */
function withStateInS3(stack: string): void {
  const s3 = {
    bucket: stateBucket.id,
    key: "dev.tfstate",
    region: "us-east-1",
    use_lockfile: true,
    use_path_style: true,
  };
  writeFileSync(join(stack, "backend_override.tf.json"), JSON.stringify({ terraform: { backend: { s3 } } }));
}

/** Starts `terraform apply`, or `destroy`, in a process group of its own, with a provider that it starts itself and that ends with it. */
function started(life: Life, command: "apply" | "destroy"): ChildProcess {
  const { folder, environment } = life.options;
  return spawn("terraform", [command, "-auto-approve", "-no-color"], {
    cwd: folder,
    env: environment,
    detached: true,
    stdio: "ignore",
  });
}

/** Kills a run, and all that it started, as soon as it has changed so many things. */
async function killedAfter(life: Life, command: "apply" | "destroy", calls: number): Promise<void> {
  life.sandbox.faults.inject([]);
  const run = started(life, command);
  const closed = once(run, "close");
  while (life.sandbox.faults.state.calls < calls && run.exitCode === null) await delay(5);
  process.kill(-(run.pid ?? 0), "SIGKILL");
  expect(await closed).toEqual([null, "SIGKILL"]);
}

/** The lock that a killed run leaves is opened as Terraform's message says: by its id. */
async function unlocked(life: Life): Promise<void> {
  const failure = await life.terraform.plan().then(
    () => "",
    (error: unknown) => String(error),
  );
  expect(failure).toContain("Error acquiring the state lock");
  const id = /ID:\s+([0-9a-f-]{36})/.exec(failure)?.[1] ?? "";
  await runTerraform(life.options, ["force-unlock", "-force", "-no-color", id]);
}

describeWithTools(["terraform", "moto_server"], "an interrupted deployment, with its state in S3", () => {
  let life: Life;
  beforeAll(async () => {
    life = await Life.prepared({ change: withStateInS3, given: [stateBucket] });
  });
  afterAll(() => life.sandbox.stop());

  // The tests follow each other: each finds what the one before has left.
  it.each([
    ["create", "apply", "before", 4],
    ["change", "apply", "after", 3],
    ["destroy", "destroy", "after", 5],
  ] as const)("converges after a kill in the middle: %s", async (phase, command, stack, calls) => {
    life.use(stack);
    await killedAfter(life, command, calls);
    await unlocked(life);
    await life.heal(phase);
    await expect(life.prove(phase)).resolves.toBeUndefined();
  });

  it("is not disturbed by a second one at the same time: one waits outside, with a word why", async () => {
    life.use("before");
    const runs = await Promise.allSettled([life.terraform.apply(), life.terraform.apply()]);
    const failures = runs.flatMap((run) => (run.status === "rejected" ? [String(run.reason)] : []));
    expect(failures.length).toBeLessThan(2);
    expect(failures.filter((failure) => !failure.includes("Error acquiring the state lock"))).toEqual([]);
    await expect(life.prove("create")).resolves.toBeUndefined();
    await life.go("destroy");
  });
});
