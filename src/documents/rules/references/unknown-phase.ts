import type { DocumentRule } from "../../document-rule";
import { candidateLike } from "../../references/candidate-like";
import { referring, showing } from "./examples";

const chaining = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-chaining";

export const unknownPhase: DocumentRule = {
  code: "unknown-phase",
  severity: "warning",
  summary: "A reference names a phase that the document does not have. It is not replaced.",
  source: chaining,
  fail: [showing("▸{{ biuld.SayHello.outputs.stdout }}")],
  pass: [referring],
  eachReference: ({ chain, target, doubtful, outline: { phases } }) => {
    if (chain === undefined || target?.phase !== undefined || doubtful) return undefined;
    const names = phases.flatMap(({ phaseName }) => phaseName ?? []);
    return { message: `there is no phase "${chain.phase}"`, fix: candidateLike(chain.phase, names) };
  },
};
