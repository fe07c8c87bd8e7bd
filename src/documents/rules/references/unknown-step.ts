import type { DocumentRule } from "../../document-rule";
import { candidateLike } from "../../references/candidate-like";
import { chainingPage, referring, showing } from "./examples";

export const unknownStep: DocumentRule = {
  code: "unknown-step",
  severity: "warning",
  summary: "A reference names a step that its phase does not have. It is not replaced.",
  source: chainingPage,
  fail: [showing("▸{{ build.SayHelo.outputs.stdout }}")],
  pass: [referring],
  eachReference: ({ chain, target }) => {
    if (chain === undefined || target?.phase === undefined || target.step !== undefined) return undefined;
    const names = target.phase.steps.flatMap(({ stepName }) => stepName ?? []);
    const message = `phase "${chain.phase}" has no step "${chain.step}"`;
    return { message, fix: candidateLike(chain.step, names) };
  },
};
