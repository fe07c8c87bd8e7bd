import type { DocumentRule } from "../../document-rule";
import { chainingPage, inTest } from "./examples";

export const otherStage: DocumentRule = {
  code: "other-stage",
  severity: "warning",
  summary:
    "A reference crosses between the build stage and the test stage. They run on different instances, so it is never resolved.",
  source: `${chainingPage}; https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html`,
  fail: [inTest("▸{{ build.SayHello.outputs.stdout }}")],
  pass: [inTest("{{ test.Greet.outputs.stdout }}")],
  eachReference: ({ step, target }) =>
    target?.step === undefined || target.order !== "other stage"
      ? undefined
      : {
          message: `${step.phase.name} runs on another instance than ${target.step.phase.name}, so the value is not there`,
          fix: "find the value out again in this stage",
        },
};
