import { join, resolve } from "node:path";

import { parse } from "yaml";

import { UserError } from "../../files/user-error";
import { howToRun } from "../../problems/how-to-run";
import { lockedProvider, providerLockFile } from "../../project/provider-lock";
import { environmentOf } from "../../project/stacks";
import type { Previous } from "../../review/judgement/review-rule";
import type { Review } from "../../review/review";
import { plannedJson } from "../../terraform/planned-json";
import { unfinishedInTheWay } from "../../terraform/unfinished";
import { fileAt, gitOf } from "../git";
import { savePlanRecord, sha256Of } from "./plan-record";
import { projectTexts } from "./project-texts";
import { projectView } from "./project-view";
import { reviewOf } from "./report";
import type { ReportArguments } from "./report-arguments";
import { type ReadyStack, readyStack, type StackOptions, stateOf, type StateOfStack } from "./stack";

export interface PlanOptions extends StackOptions {
  readonly report: ReportArguments;
  /** Commit or branch against which the versions of Terraform and its provider are compared. Default: HEAD. */
  readonly base?: string;
  /** Whether to plan only changes that were made outside Terraform. */
  readonly drift: boolean;
  /** File in which to save the plan. Default: `reviewed.tfplan` beside the synthesised JSON. */
  readonly save?: string;
  readonly now: Date;
}

/** A plan of one stack, and its review. */
export interface ReviewedPlan {
  readonly review: Review;
  /** Path of the plan file that Terraform can apply. */
  readonly file: string;
  readonly ready: ReadyStack;
  /** Codes of the findings that were not accepted when the plan was made. */
  readonly findings: readonly string[];
}

/** Synthesises a stack, runs `terraform plan`, reviews the plan and saves it with its record. Applies nothing. */
export async function makePlan(options: PlanOptions): Promise<ReviewedPlan> {
  const { root, stack, step, report, drift, now } = options;
  const ready = await readyStack(options);
  const file = options.save === undefined ? join(ready.folder, "reviewed.tfplan") : resolve(options.save);
  const { state, json } = await step(
    drift ? "terraform plan -refresh-only" : "terraform plan",
    async (doing) => ({
      state: await stateOf(ready.terraform()),
      json: await plannedJson(ready.terraform(doing), file, drift ? ["-refresh-only"] : []),
    }),
    () => "made",
  ).catch(async (error: unknown) => {
    throw await explained(error, ready, stack);
  });
  const { commit, dirty } = await gitOf(root);
  const previous = await previousVersions({
    root,
    environment: environmentOf(ready.project, stack),
    base: options.base ?? "HEAD",
    state,
    now: ready.providerLock,
  });
  const project = projectView(ready.project, stack);
  const review = reviewOf(
    { title: stack, json, texts: projectTexts(root), previous, project, allDrift: drift },
    report,
    now,
  );
  const findings = [...new Set(review.open.map(({ code }) => code))];
  await savePlanRecord(file, {
    version: 1,
    stack,
    sha256: await sha256Of(file),
    commit,
    dirty,
    configuration: ready.configuration,
    findings,
    state: state && { lineage: state.lineage, serial: state.serial },
  });
  return { review, file, ready, findings };
}

/** Adds to an error of `terraform plan` what to do, if that is known. */
async function explained(error: unknown, ready: ReadyStack, stack: string): Promise<unknown> {
  const unfinished = await unfinishedInTheWay(error, ready.terraform());
  return unfinished.length === 0
    ? error
    : new UserError(
        `Terraform makes no plan: an interrupted deployment left ${unfinished.join(", ")} tainted, and nothing may destroy it.\nTake it as it is, and deploy again: ${howToRun(`recover ${stack} --import`)}`,
      );
}

interface Compared {
  readonly root: string;
  readonly environment: string;
  /** Commit or branch with which to compare. */
  readonly base: string;
  readonly state: StateOfStack | undefined;
  /** Current text of the provider lock; undefined if there is none. */
  readonly now: string | undefined;
}

async function previousVersions({ root, environment, base, state, now }: Compared): Promise<Previous> {
  const text = await fileAt(root, base, `environments/${environment}.yaml`);
  const before = lockedProvider(await fileAt(root, base, providerLockFile(environment)));
  const after = lockedProvider(now);
  return {
    providerVersion: text === undefined ? undefined : providerVersionIn(text),
    terraformVersion: state?.terraformVersion,
    lockedProvider: before === undefined || after === undefined ? undefined : { before, after },
  };
}

/** Returns the provider version in the text of an environment; undefined if it has none or is not YAML. */
function providerVersionIn(text: string): string | undefined {
  try {
    const environment: unknown = parse(text);
    if (typeof environment !== "object" || environment === null) return undefined;
    const version = "providerVersion" in environment ? environment.providerVersion : undefined;
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
