import type { DocumentRule } from "../../document-rule";
import { chainingPage, referring, showing } from "./examples";

export const malformedChain: DocumentRule = {
  code: "malformed-chain",
  severity: "warning",
  summary: "A reference starts with a phase but does not go on with a step, then inputs or outputs, then a name.",
  source: chainingPage,
  fail: [showing("▸{{ build.SayHello.stdout }}")],
  pass: [referring],
  eachReference: ({ reference, broken, outline: { phases } }) =>
    broken || reference.form !== "stump" || !phases.some(({ phaseName }) => phaseName === reference.phase)
      ? undefined
      : {
          message: "not a reference to an input or output",
          fix: `write e.g. {{ ${reference.phase}.StepName.outputs.stdout }}`,
        },
};
