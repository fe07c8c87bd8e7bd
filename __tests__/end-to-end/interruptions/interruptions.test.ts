import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { sandboxCredentials } from "../../../src/cli/sandbox/sandbox-credentials";
import { randomNumbers } from "../../helpers/random-numbers";
import { describeWithTools } from "../../helpers/require-tool";
import { sampled, sampleOfEach, seed, whole } from "../../helpers/sample";
import { before } from "../faults/small-project";
import { temporaryFolder } from "../harness";
import { pathWithoutForks } from "../moto/fork-moto";
import { writeProject } from "../write-project";
import { halfWritten, leftRunning, runCommand, type RunOptions, temporaryFiles } from "./command-run";

jest.setTimeout(1800_000);

/** Moments at which each command is killed, by each signal; in a sample one moment, by one of the signals. */
const moments = whole ? Number(process.env.INTERRUPTIONS ?? "3") : 1;

const recover = ["recover", "dev", "--import"];
const deploy = ["deploy", "dev", "--yes"];

/** Each command, as it is called, what it exits with when it is left alone, and what has to come before. */
const commands: readonly (readonly [name: string, args: readonly string[], codes: readonly number[]])[] = [
  ["check", ["check"], [0]],
  ["lock", ["lock"], [0]],
  ["show", ["show", "--format", "html", "--out", "show.html"], [0]],
  ["synth", ["synth"], [0]],
  ["provider-lock", ["provider-lock"], [0]],
  ["plan", ["plan", "dev", "--format", "html", "--out", "plan.html", "--save", "dev.tfplan"], [0, 2]],
  ["review", ["review", "recorded.json", "--format", "html", "--out", "review.html"], [0, 2, 3]],
  ["deploy", deploy, [0]],
  ["build", ["build", "dev", "base"], [0]],
  ["recover", recover, [0]],
  ["demo", ["demo", "dev"], [0]],
];

/** Those that run Terraform. They clean up after it; what else a signal ends at once leaves its temporary file to the next run. */
const withTerraform = ["provider-lock", "plan", "deploy", "recover", "demo"];

/** At least one that has other processes to end, and one that has not. */
const drawn = sampleOfEach(commands, ([name]) => withTerraform.includes(name));

/** The tests follow each other: each finds what the one before has left. Which process belongs to a run is known on Linux alone. */
describeWithTools(["terraform", "moto_server"], `a command that is killed (${sampled(commands, drawn.length)})`, () => {
  const random = randomNumbers(seed);
  let sandbox: Sandbox;
  let options: RunOptions;
  let edits = 0;
  /** Of the signals; in a sample they take turns. */
  let next = Math.floor(random() * 2);

  /** Another text of the component, so that there is something to lock and to deploy. */
  async function edit(locked: boolean): Promise<void> {
    edits += 1;
    const text = before["components/linux/hello.yaml"]?.replace("echo hello", `echo ${edits}`) ?? "";
    writeFileSync(join(options.project, "components", "linux", "hello.yaml"), text);
    if (locked) expect((await runCommand(options, ["lock"])).output).toContain("written");
  }

  beforeAll(async () => {
    sandbox = await startSandbox({ environment: process.env });
    const project = temporaryFolder();
    await writeProject(project, before);
    const temporary = temporaryFolder();
    const variables = { ...sandboxCredentials(sandbox.endpoint, temporary), PATH: pathWithoutForks() };
    options = { project, temporary, variables };
    writeFileSync(join(project, "recorded.json"), recorded());
  });
  afterAll(() => sandbox.stop());

  it.each(drawn)("%s leaves no process and no half-written file, and runs again", async (name, args, codes) => {
    next = 1 - next;
    const prepare = async (): Promise<void> => {
      if (name !== "build") await edit(name !== "lock");
      else if ((await runCommand(options, deploy)).code !== 0) throw new Error("nothing was deployed to build");
    };
    await prepare();
    const left = await runCommand(options, args);
    expect([left.output, codes.includes(left.code ?? -1)]).toEqual([left.output, true]);
    const signals = (["SIGTERM", "SIGKILL"] as const).filter((_, index) => whole || index === next);
    for (const signal of signals)
      for (let moment = 0; moment < moments; moment++) {
        await prepare();
        const after = Math.round(random() * left.took);
        const told = `${name}, ${signal} after ${after} of ${left.took} ms, seed ${seed}`;
        const ended = await runCommand(options, args, { signal, after });
        expect([told, await leftRunning(options)]).toEqual([told, []]);
        expect([told, halfWritten(options)]).toEqual([told, []]);
        // Whoever is asked to end cleans up; what a killed run has left goes with the next.
        const notCleaned = signal === "SIGTERM" && withTerraform.includes(name) ? temporaryFiles(options) : [];
        expect([told, notCleaned]).toEqual([told, []]);
        // A signal that comes after the end changes nothing.
        expect([told, ended.signal ?? ended.code]).toEqual([told, expect.anything()]);
        if (name === "deploy") await runCommand(options, recover);
        const again = await runCommand(options, args);
        expect([told, again.output, codes.includes(again.code ?? -1)]).toEqual([told, again.output, true]);
        expect([told, temporaryFiles(options)]).toEqual([told, []]);
      }
  });

  it.each(["SIGTERM", "SIGKILL"] as const)("sandbox leaves no process after %s", async (signal) => {
    await runCommand(options, ["sandbox"], { signal, at: /The sandbox is at/ });
    expect(await leftRunning(options)).toEqual([]);
  });
});

/** A plan with something to say of many resources. */
function recorded(): string {
  const change = (n: number) => ({
    address: `aws_sns_topic.t${n}`,
    type: "aws_sns_topic",
    name: `t${n}`,
    mode: "managed",
    change: { actions: ["delete"], before: { name: `t${n}` }, after: null },
  });
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: Array.from({ length: 500 }, (_, n) => change(n)),
  });
}
