import { spawnSync } from "node:child_process";
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

/** What a runner knows of a run: what stands for each `${{ … }}` that its steps use, and the rest of their variables. */
export interface Run {
  readonly folder: string;
  /** A folder of the runner's own. */
  readonly temporary: string;
  readonly expressions: Readonly<Record<string, string>>;
  readonly environment: NodeJS.ProcessEnv;
}

export interface StepEnd {
  readonly code: number | null;
  readonly output: string;
  /** What it has written to GITHUB_OUTPUT. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the script of one step as GitHub does (`bash -e -o pipefail`); no action (`uses:`) is run. */
export function runStep(workflow: Workflow, job: string, isMeant: (step: Step) => boolean, run: Run): StepEnd {
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
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script], {
    cwd: run.folder,
    encoding: "utf8",
    env: {
      ...run.environment,
      ...(Object.fromEntries(given) as Record<string, string>),
      RUNNER_TEMP: run.temporary,
      GITHUB_OUTPUT: outputs,
      GITHUB_STEP_SUMMARY: summary,
    },
  });
  const lines = readFileSync(outputs, "utf8").split("\n").filter(Boolean);
  return {
    code: status,
    output: `${stdout}${stderr}${readFileSync(summary, "utf8")}`,
    outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string])),
  };
}
