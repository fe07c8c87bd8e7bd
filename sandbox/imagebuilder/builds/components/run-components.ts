import { randomUUID } from "node:crypto";

import { type Fields, text } from "../../fields";
import type { Build } from "../build";
import type { ComponentFailure } from "../failure";
import type { Moment } from "../moment";
import { phasesOf } from "./document-outline";
import { runStep } from "./run-step";

/** The summary that AWSTOE returns at its end. */
export interface ComponentRun {
  readonly executionId: string;
  readonly documents: readonly RunDocument[];
  readonly executedSteps: number;
  readonly failedSteps: number;
  readonly ignoredFailedSteps: number;
  /** The first failed step, with the reason. */
  readonly failure?: ComponentFailure;
}

interface RunPart {
  readonly name: string;
  status: "success" | "failed";
  failureMessage: string;
}

/** The part of a document that was run, in the form of `detailedoutput.json`. Omits what was skipped after an abort. */
export interface RunDocument extends RunPart {
  readonly phases: (RunPart & { readonly steps: (RunPart & { readonly action: string })[] })[];
}

/** Simulates a run of AWSTOE over the components of the recipe. Executes no script. */
export function* runComponents(build: Build, phases: readonly string[]): Generator<Moment, ComponentRun, undefined> {
  const { log } = build;
  const run = {
    executionId: randomUUID(),
    documents: [] as RunDocument[],
    executedSteps: 0,
    failedSteps: 0,
    ignoredFailedSteps: 0,
  };
  let first: ComponentFailure | undefined;
  for (const { componentArn, document } of documentsOf(build)) {
    const wanted = phasesOf(document).filter(({ name }) => phases.includes(name));
    log.add(`Document ${componentArn}`);
    const ran: RunDocument = { name: componentArn, ...fine, phases: [] };
    run.documents.push(ran);
    let failed = false;
    let aborted = false;
    for (const phase of wanted) {
      if (aborted) break;
      log.add(`Phase ${phase.name}`);
      const inPhase: RunDocument["phases"][number] = { name: phase.name, ...fine, steps: [] };
      ran.phases.push(inPhase);
      for (const step of phase.steps) {
        run.executedSteps++;
        const failure = yield* runStep(build, { componentArn, phase: phase.name, step });
        const inStep = { name: step.name, action: step.action, ...fine };
        inPhase.steps.push(inStep);
        if (failure === undefined) continue;
        fail(inStep, failure.errorMessage);
        if (step.onFailure === "Ignore") {
          run.ignoredFailedSteps++;
          continue;
        }
        run.failedSteps++;
        fail(inPhase, failure.errorMessage);
        fail(ran, failure.errorMessage);
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

/** Returns the documents of the components in a recipe. Documents of AWS and of others are unknown here, and have no phases. */
function documentsOf({ recipe, site }: Build): { readonly componentArn: string; readonly document: string }[] {
  return ((recipe.components ?? []) as readonly Fields[]).map((each) => {
    const component = site.store.resolve(text(each, "componentArn"));
    return {
      componentArn: component?.arn ?? text(each, "componentArn"),
      document: component === undefined ? "phases: []" : text(component, "data"),
    };
  });
}

const fine = { status: "success", failureMessage: "" } as const;

function fail(part: RunPart, message: string): void {
  part.status = "failed";
  part.failureMessage = message;
}
