import type { LogLine } from "../logs/log-reader";

/** A run of a component step in the log of a build. */
export interface FailedInLog {
  readonly arn?: string;
  readonly phase?: string;
  readonly step?: string;
  readonly action?: string;
  readonly exitCode?: number;
  readonly output: readonly string[];
}

/** Most output lines of a step to keep. */
const linesShown = 20;

/** Exit codes with which a script requests a restart. Source: AWSTOE documentation, "Restart the instance". */
const restarts = new Set([194, 3010]);

/**
 * Finds the step that failed. The service writes a block about it since 2026. Without that block, it is the last step with an exit code
 * other than 0, because a failed step ends its document by default. Text on stderr alone does not count as a failure.
 */
export function failedInLog(lines: readonly LogLine[]): FailedInLog | undefined {
  const runs = runsOf(lines);
  const block = blockIn(lines);
  const failed = runs.filter(({ exitCode }) => exitCode !== undefined && exitCode !== 0 && !restarts.has(exitCode));
  if (block !== undefined) {
    const run = failed.findLast(({ step }) => step === block.step) ?? runs.findLast(({ step }) => step === block.step);
    return { ...block, exitCode: run?.exitCode, output: run?.output ?? [] };
  }
  const last = runs.at(-1);
  // Only Execute… modules have an exit code.
  return last !== undefined && last.exitCode === undefined && hasFailed(lines) ? last : failed.at(-1);
}

/** Returns each run of a component step, in order. Each iteration of a loop is a separate run. */
function runsOf(lines: readonly LogLine[]): FailedInLog[] {
  const runs: FailedInLog[] = [];
  let inBlock = false;
  for (const line of lines) {
    const { document, phase, step, text, stream, exitCode } = line;
    // The block of the service repeats the output of the step.
    if (text.startsWith("Document: ")) inBlock = true;
    else if (/^(Document|Phase|Step) \S/.test(text)) inBlock = false;
    if (inBlock || step === undefined) continue;
    const last = runs.at(-1);
    if (/^Step \S/.test(text)) {
      runs.push({ arn: document, phase, step, output: [] });
      continue;
    }
    if (last === undefined) continue;
    const action = /^(\w+): STARTED EXECUTION/.exec(text)?.[1] ?? last.action;
    const own =
      stream !== undefined ||
      (action !== undefined && text.startsWith(`${action}: `) && !/EXECUTION|temporary/.test(text));
    const output = own ? [...last.output, text].slice(-linesShown) : last.output;
    runs[runs.length - 1] = { ...last, action, exitCode: exitCode ?? last.exitCode, output };
  }
  return runs;
}

function hasFailed(lines: readonly LogLine[]): boolean {
  return lines.some(({ text }) => text.startsWith("TOE has completed execution with failure"));
}

/** Parses the block `ComponentArn:`, `Phase:`, `Step:` … about the failed step. Source: User Guide, "Image failure context". Read 2026-11. */
function blockIn(lines: readonly LogLine[]): Omit<FailedInLog, "output" | "exitCode"> | undefined {
  const at = lines.findLastIndex(({ text }) => text.startsWith("ComponentArn: "));
  if (at < 0) return undefined;
  const field = (name: string): string | undefined =>
    lines
      .slice(at, at + 6)
      .map(({ text }) => text)
      .find((text) => text.startsWith(`${name}: `))
      ?.slice(name.length + 2)
      .trim();
  return { arn: field("ComponentArn"), phase: field("Phase"), step: field("Step"), action: field("Action") };
}
