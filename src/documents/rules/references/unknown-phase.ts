import type { DocumentRule } from "../../document-rule";
import { candidateLike } from "../../references/candidate-like";
import { chainingPage, referring, showing } from "./examples";

export const unknownPhase: DocumentRule = {
  code: "unknown-phase",
  severity: "warning",
  summary: "A reference names a phase that the document does not have. It is not replaced.",
  source: chainingPage,
  fail: [showing("▸{{ biuld.SayHello.outputs.stdout }}")],
  pass: [referring],
  eachReference: ({ chain, target, doubtful, outline: { phases } }) => {
    if (chain === undefined || target?.phase !== undefined || doubtful) return undefined;
    const names = phases.flatMap(({ phaseName }) => phaseName ?? []);
    return { message: `there is no phase "${chain.phase}"`, fix: candidateLike(chain.phase, names) };
  },
};
