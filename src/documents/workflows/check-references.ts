import type { Rule } from "../../problems/rule";
import { nearest, writeOneOf } from "../../problems/suggest";
import type { Report } from "../reading/report";
import { partsOf, type PathUse } from "./paths";
import { dynamicValuesPage, workflowExample } from "./workflow-example";

export const workflowReference: Rule = {
  code: "workflow-reference",
  severity: "error",
  summary: "A path names a parameter, step or output that does not exist when the step runs.",
  source: dynamicValuesPage,
  ...workflowExample("$.stepOutputs.Launch.instanceId", "▸$.stepOutputs.Start.instanceId"),
};

export const workflowVariable: Rule = {
  code: "workflow-variable",
  severity: "warning",
  summary: "A path names a variable that Image Builder does not document.",
  source: dynamicValuesPage,
  ...workflowExample("$.imagebuilder.platform", "▸$.imagebuilder.plattform"),
};

const roots = ["parameters", "stepOutputs", "workflowOutputs", "imagebuilder"];

const variables = [
  "cloudWatchLogGroup",
  "cloudWatchLogStream",
  "collectImageMetadata",
  "collectImageScanFindings",
  "dateTime",
  "imageBuildNumber",
  "imageId",
  "imageName",
  "imageType",
  "imageVersionNumber",
  "instanceProfileName",
  "platform",
  "s3Logs",
  "securityGroups",
  "sourceImageARN",
  "subnetId",
  "terminateInstanceOnFailure",
  "workflowPhase",
  "workingDirectory",
];

/** What a path can lead to at one place of the document. */
export interface Reachable {
  readonly parameters: readonly string[];
  /** The steps that have run by then. */
  readonly steps: readonly FinishedStep[];
  /** The names of all steps, in whatever order. */
  readonly allSteps: readonly string[];
}

export interface FinishedStep {
  readonly name: string;
  readonly action: string;
  /** Undefined where the action is not known. */
  readonly outputs: readonly string[] | undefined;
}

/** Checks that what a path leads to is there by then. Outputs of earlier workflows are taken on trust. */
export function checkReference(use: PathUse, reachable: Reachable, report: Report): void {
  const [root = "", name = "", third] = partsOf(use.path);
  const refuse = (message: string, fix: string, rule = workflowReference) => {
    report.addWithin(rule, use.node, use.offset, use.offset + use.path.length, `"${use.path}" ${message}`, fix);
  };
  if (root === "parameters") {
    // The documentation speaks of a step's name before that of the parameter, without an example.
    if (third === undefined && !reachable.parameters.includes(name))
      refuse(
        `leads to the parameter "${name}", which is not declared`,
        didYouMean(name, reachable.parameters, "declare it"),
      );
  } else if (root.toLowerCase() === "imagebuilder") {
    if (!variables.includes(name))
      refuse("leads to no variable that is documented", writeOneOf(name, variables), workflowVariable);
  } else if (root === "stepOutputs") {
    checkStepOutput(use.path, reachable, refuse);
  } else if (!roots.includes(root)) {
    refuse("leads nowhere", `start with ${roots.map((known) => `"$.${known}."`).join(", ")}`);
  }
}

function checkStepOutput(
  path: string,
  { steps, allSteps }: Reachable,
  refuse: (message: string, fix: string) => void,
): void {
  const [, name = "", output = ""] = partsOf(path);
  const step = steps.find((candidate) => candidate.name === name);
  if (step === undefined) {
    const names = steps.map((candidate) => candidate.name);
    if (allSteps.includes(name))
      refuse(`leads to the step "${name}", which has not run by then`, "name an earlier step");
    else refuse(`leads to the step "${name}", which does not exist`, didYouMean(name, names, "name an earlier step"));
  } else if (step.outputs?.includes(output) === false) {
    const fix = step.outputs.length === 0 ? "it has no outputs" : writeOneOf(output, step.outputs);
    refuse(`leads to "${output}", which ${step.action} does not put out`, fix);
  }
}

function didYouMean(got: string, candidates: readonly string[], otherwise: string): string {
  const suggestion = nearest(got.slice(0, 100), candidates);
  return suggestion === undefined ? otherwise : `did you mean "${suggestion}"?`;
}
