import { didYouMean, writeOneOf } from "../../../problems/suggest";
import type { DocumentRule } from "../../document-rule";
import type { Fault } from "../../reading/field-rule";
import { partsOf } from "../../workflows/paths";
import type { Reachable } from "../../workflows/workflow-outline";
import { dynamicValuesPage, goodWorkflow, workflow } from "./examples";

export const workflowReference: DocumentRule = {
  code: "workflow-reference",
  refusedBy: "build",
  summary: "A path names a parameter, step or output that does not exist when the step runs.",
  source: dynamicValuesPage,
  fail: [workflow({ instance: "▸$.stepOutputs.Start.instanceId" })],
  pass: [goodWorkflow],
  // Outputs of earlier workflows are unknown here and are not checked.
  eachPath: (path, reachable) => {
    const [root = "", name = "", third] = partsOf(path);
    if (root === "parameters") {
      // The documentation mentions a step name before the parameter name, but gives no example.
      if (third !== undefined || reachable.parameters.includes(name)) return undefined;
      const message = `leads to the parameter "${name}", which is not declared`;
      return { message, fix: didYouMean(name, reachable.parameters, "declare it") };
    }
    if (root === "stepOutputs") return outputFault(path, reachable);
    if (roots.includes(root) || root.toLowerCase() === "imagebuilder") return undefined;
    return { message: "leads nowhere", fix: `start with ${roots.map((known) => `"$.${known}."`).join(", ")}` };
  },
};

const roots = ["parameters", "stepOutputs", "workflowOutputs", "imagebuilder"];

function outputFault(path: string, { steps, allSteps }: Reachable): Fault | undefined {
  const [, name = "", output = ""] = partsOf(path);
  const step = steps.find((candidate) => candidate.name === name);
  if (step === undefined) {
    if (allSteps.includes(name))
      return { message: `leads to the step "${name}", which has not run by then`, fix: "name an earlier step" };
    const names = steps.map((candidate) => candidate.name);
    const message = `leads to the step "${name}", which does not exist`;
    return { message, fix: didYouMean(name, names, "name an earlier step") };
  }
  if (step.outputs?.includes(output) !== false) return undefined;
  const fix = step.outputs.length === 0 ? "it has no outputs" : writeOneOf(output, step.outputs);
  return { message: `leads to "${output}", which is not an output of ${step.action}`, fix };
}
