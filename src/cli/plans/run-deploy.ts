import { access } from "node:fs/promises";
import { resolve } from "node:path";

import { UserError } from "../../files/user-error";
import { howToRun } from "../../problems/how-to-run";
import { shellWord } from "../../problems/shell-word";
import { wrappedText } from "../../problems/wrapped";
import { textReport } from "../../review/forms/text";
import type { Review } from "../../review/review";
import { runTerraform, TerraformError } from "../../terraform/run-terraform";
import { gitOf } from "../git";
import { screenOf } from "../screen";
import { UsageError } from "../usage-error";
import { makePlan, type PlanOptions, type ReviewedPlan } from "./make-plan";
import { readPlanRecord, refusals, sha256Of } from "./plan-record";
import { projectTexts } from "./project-texts";
import { projectView } from "./project-view";
import { reviewOf } from "./report";
import { readyStack, stateOf } from "./stack";

export interface DeployOptions extends Omit<PlanOptions, "drift" | "save" | "base"> {
  /** Path of a plan that was reviewed before. Default: a new plan is made and shown. */
  readonly plan?: string;
  /** Most resources that Terraform changes at the same time. */
  readonly parallelism: number;
  /** Asks whether to apply. Returns true without asking if the user has confirmed on the command line. */
  readonly confirm: (question: string) => Promise<boolean>;
  readonly output: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
}

/** Error for a plan that must not be applied. Its message says why, and what to do. */
export class RefusedError extends UserError {}

/**
 * Applies exactly the plan that was reviewed: the named plan, or the plan that this function makes and shows.
 *
 * @returns the exit code: 0 if it was applied or there is nothing to do; 1 if the user did not agree; 3 if findings are not accepted
 * @throws RefusedError if the plan must not be applied, or if the apply failed for a known reason
 */
export async function runDeploy(options: DeployOptions): Promise<number> {
  const { plan, output, step, confirm, stack, parallelism, report } = options;
  const { review, file, ready, findings } =
    plan === undefined ? await makePlan({ ...options, drift: false }) : await savedPlan(options, plan);
  output.write(textReport(review, screenOf(output)));
  const now = review.open.map(({ code }) => code);
  // The review of a saved plan compared it with a commit that is not known here, so that it can have found more.
  const before = findings.filter((code) => !now.includes(code) && !report.accepted.includes(code));
  if (before.length > 0) output.write(`\nFound when the plan was made: ${before.join(", ")}\n`);
  const open = [...new Set([...now, ...before])];
  if (open.length > 0) {
    output.write(`\nNothing was applied. If all of this is meant, accept it: --accept ${open.join(",")}\n`);
    return 3;
  }
  if (!review.changed) return 0;
  if (!(await confirm(`\nApply this plan to ${stack}? Only "yes" will do: `))) {
    output.write("Nothing was applied.\n");
    return 1;
  }
  await step("terraform apply", async (doing) => {
    let last = "";
    try {
      await runTerraform(
        ready.terraform((line) => {
          // Terraform prints its outputs after its summary, so the last line is not the summary.
          if (line.startsWith("Apply complete")) last = line;
          doing(line);
        }),
        ["apply", "-json", `-parallelism=${parallelism}`, file],
      );
    } catch (error) {
      throw explained(error, stack);
    }
    return last;
  });
  output.write(`${wrappedText(whatNext(review, stack).join("\n"), screenOf(output).columns)}\n`);
  return 0;
}

async function savedPlan(options: DeployOptions, given: string): Promise<ReviewedPlan> {
  const { root, stack, report, now } = options;
  const file = resolve(given);
  await access(file).catch(() => {
    throw new UsageError(
      `--plan is "${given}", which is not a file; make one with "${howToRun(`plan --save FILE ${stack}`)}"`,
    );
  });
  const bound = await readPlanRecord(file);
  if (bound === undefined)
    throw new RefusedError(
      `nothing says what "${given}" was made for: "${given}.json" is missing or not from "${howToRun("plan")}"; make the plan with "${howToRun(`plan --save FILE ${stack}`)}", and keep both files`,
    );
  const { commit } = await gitOf(root);
  const present = { ...bound, stack, sha256: await sha256Of(file), commit };
  // Checks first what can be checked without starting Terraform.
  refuse(refusals(bound, present));
  const ready = await readyStack(options);
  const state = await stateOf(ready.terraform());
  refuse(
    refusals(bound, {
      ...present,
      configuration: ready.configuration,
      state: state && { lineage: state.lineage, serial: state.serial },
    }),
  );
  const { stdout: json } = await runTerraform(ready.terraform(), ["show", "-json", file]);
  const project = projectView(ready.project, stack);
  const review = reviewOf({ title: stack, json, texts: projectTexts(root), project }, report, now);
  return { review, file, ready, findings: bound.findings };
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0)
    throw new RefusedError(`nothing was applied:\n${reasons.map((each) => `- ${each}`).join("\n")}`);
}

/** Adds what to do to an error of `terraform apply` if its reason is known: stale plan, too many requests, resource exists. */
function explained(error: unknown, stack: string): unknown {
  if (!(error instanceof TerraformError)) return error;
  const again = (text: string) => new RefusedError(`${error.message}\n${text}`);
  if (/Saved plan|plan file/i.test(error.message))
    return again(`Make and review a new plan: ${howToRun(`plan ${stack}`)}`);
  // The provider does not retry these errors, so the remaining resources are left for the next run.
  if (/CallRateLimitExceeded|TooManyRequests/.test(error.message))
    return again(
      `AWS was asked too much at once. Nothing is lost: deploy again, with fewer at a time: ${howToRun(`deploy ${stack} --parallelism 2`)}`,
    );
  // An interrupted deployment can have created the resource without recording it in the state.
  if (/already ?exists|AlreadyOwnedByYou/i.test(error.message))
    return again(
      `If an interrupted deployment created it, take it into the state, and deploy again: ${howToRun(`recover ${stack} --import`)}`,
    );
  return error;
}

/** Returns what to do next for the images of the plan, as lines of text. */
function whatNext({ stories }: Review, stack: string): string[] {
  const reported = stories.filter(({ fate }) => fate === "new" || fate === "rebuilt" || fate === "follows");
  if (reported.length === 0) return [];
  const lines = reported.map(({ name, next = "nothing builds it", builtByApply }) =>
    builtByApply ? `  ${name}: was built just now; ${next}` : `  ${name}: ${next}`,
  );
  const waiting = reported.find(({ builtByApply }) => !builtByApply);
  const promoted = reported.find(({ channels }) => channels !== undefined);
  const commands = [
    ...(waiting === undefined ? [] : [`to build one now: ${howToRun(`build ${stack} ${shellWord(waiting.name)}`)}`]),
    ...(promoted === undefined
      ? []
      : [`to move a channel: ${howToRun(`promote ${stack} ${shellWord(promoted.name)} --to CHANNEL`)}`]),
  ];
  return ["", "What comes next:", ...lines, ...commands.map((each) => `  ${each}`)];
}
