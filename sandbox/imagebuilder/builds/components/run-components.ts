import { randomUUID } from "node:crypto";

import { type Fields, text } from "../../call";
import type { Build } from "../build";
import type { ComponentFailure } from "../failure";
import type { Moment } from "../moment";
import { type DocumentStep, phasesOf } from "./document-outline";
import { runStep } from "./run-step";

/** What AWSTOE says of itself at its end. */
export interface ComponentRun {
  readonly executionId: string;
  readonly logUrl: string;
  readonly executedSteps: number;
  readonly failedSteps: number;
  readonly ignoredFailedSteps: number;
  /** The first step that failed, and why. */
  readonly failure?: ComponentFailure;
}

/** A step, and where it stands. */
export interface PlacedStep {
  /** As the recipe names it. */
  readonly componentArn: string;
  readonly phase: string;
  readonly step: DocumentStep;
}

/** Lets AWSTOE go through the components of the recipe, document by document. No script is executed. */
export function* runComponents(build: Build, phases: readonly string[]): Generator<Moment, ComponentRun, undefined> {
  const { log } = build;
  const run = {
    executionId: randomUUID(),
    logUrl: logUrl(build),
    executedSteps: 0,
    failedSteps: 0,
    ignoredFailedSteps: 0,
  };
  let first: ComponentFailure | undefined;
  for (const { componentArn, document } of documentsOf(build)) {
    const wanted = phasesOf(document).filter(({ name }) => phases.includes(name));
    log.add(`Document ${componentArn}`);
    let failed = false;
    let aborted = false;
    for (const phase of wanted) {
      if (aborted) break;
      log.add(`Phase ${phase.name}`);
      for (const step of phase.steps) {
        run.executedSteps++;
        const failure = yield* runStep(build, { componentArn, phase: phase.name, step });
        if (failure === undefined) continue;
        if (step.onFailure === "Ignore") {
          run.ignoredFailedSteps++;
          continue;
        }
        run.failedSteps++;
        first ??= failure;
        failed = true;
        aborted = step.onFailure === "Abort";
        if (aborted) break;
      }
    }
    log.add(`Document ${componentArn}`, failed ? "Document execution failed" : "Document execution succeeded");
    if (aborted) break;
  }
  log.add(
    "Executor: FINISHED EXECUTION OF ALL DOCUMENTS",
    first === undefined
      ? "TOE has completed execution successfully"
      : "TOE has completed execution with failure - Execution failed!",
  );
  yield "progress";
  return { ...run, ...(first === undefined ? {} : { failure: first }) };
}

/** What a recipe holds of AWS or of others is not known here: its document has no phases. */
function documentsOf({ recipe, site }: Build): { readonly componentArn: string; readonly document: string }[] {
  return ((recipe.components ?? []) as readonly Fields[]).map((each) => {
    const component = site.store.resolve(text(each, "componentArn"));
    return {
      componentArn: component?.arn ?? text(each, "componentArn"),
      document: component === undefined ? "phases: []" : text(component, "data"),
    };
  });
}

/** Where the log of AWSTOE goes: to S3 where the infrastructure says so, else it stays on the instance. */
function logUrl({ infrastructure, log, image }: Build): string {
  const logging = (infrastructure.logging as Fields | undefined)?.s3Logs as Fields | undefined;
  if (logging === undefined) return "/var/lib/amazon/toe";
  const prefix = text(logging, "s3KeyPrefix");
  return `s3://${text(logging, "s3BucketName")}/${prefix === "" ? "" : `${prefix}/`}${image.name}/${log.stream}`;
}
