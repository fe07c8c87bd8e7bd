import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

/** Environment of a workflow run: the value of each `${{ … }}` that its steps use, and further variables. */
export interface Run {
  readonly folder: string;
  /** Temporary folder of the runner. */
  readonly temporary: string;
  readonly expressions: Readonly<Record<string, string>>;
  readonly environment: NodeJS.ProcessEnv;
}

export interface StepEnd {
  readonly code: number | null;
  readonly output: string;
  /** Values that the step wrote to GITHUB_OUTPUT. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the script of one step as GitHub does (`bash -e -o pipefail`). Actions (`uses:`) are not run. */
export async function runStep(
  workflow: Workflow,
  job: string,
  isMeant: (step: Step) => boolean,
  run: Run,
): Promise<StepEnd> {
  const step = workflow.jobs[job]?.steps.find(isMeant);
  if (step?.run === undefined) throw new Error(`there is no such step in ${job}`);
  const temporary = mkdtempSync(join(run.temporary, "step-"));
  const script = join(temporary, "script.sh");
  const [outputs, summary] = [join(temporary, "outputs"), join(temporary, "summary")];
  writeFileSync(script, step.run);
  for (const file of [outputs, summary]) writeFileSync(file, "");
  const valueOf = (text: string): string =>
    text.replace(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
      const value = run.expressions[expression];
      if (value === undefined) throw new Error(`nothing stands for ${expression}`);
      return value;
    });
  const given = Object.entries({ ...workflow.env, ...step.env }).map(([name, text]) => [name, valueOf(text)]);
  // Asynchronous, because the sandbox answers in this process.
  const child = spawn("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script], {
    cwd: run.folder,
    env: {
      ...run.environment,
      ...(Object.fromEntries(given) as Record<string, string>),
      RUNNER_TEMP: run.temporary,
      GITHUB_OUTPUT: outputs,
      GITHUB_STEP_SUMMARY: summary,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  const lines = readFileSync(outputs, "utf8").split("\n").filter(Boolean);
  return {
    code,
    output: `${said}${readFileSync(summary, "utf8")}`,
    outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string])),
  };
}
