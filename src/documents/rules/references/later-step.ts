import type { DocumentRule } from "../../document-rule";
import { buildSteps, sayHello } from "../../examples";
import { chainingPage, echo, referring } from "./examples";

export const laterStep: DocumentRule = {
  code: "later-step",
  severity: "warning",
  summary: "A reference names a later step or its own step, which has not run yet.",
  source: chainingPage,
  fail: [buildSteps(`${echo("▸{{ build.SayHello.outputs.stdout }}")}${sayHello}`)],
  pass: [referring],
  eachReference: ({ step, target }) => {
    if (target?.step === undefined || target.order !== "later") return undefined;
    const { name } = target.step;
    const message = target.step === step ? `${name} refers to itself` : `${name} has not run by then`;
    return { message, fix: "refer to an earlier step" };
  },
};
