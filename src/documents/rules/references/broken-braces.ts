import type { DocumentRule } from "../../document-rule";
import { chainingPage, referring, showing } from "./examples";

export const brokenBraces: DocumentRule = {
  code: "broken-braces",
  severity: "warning",
  summary: "A reference lacks one of its four braces. It is not replaced.",
  source: chainingPage,
  fail: [showing("▸{{ build.SayHello.outputs.stdout }")],
  pass: [referring],
  // Braces have many uses, so this reports only text that would be a valid reference.
  eachReference: ({ reference, broken, inner, outline: { phases, variables } }) => {
    const meant =
      (reference.form === "chain" && phases.some(({ phaseName }) => phaseName === reference.phase)) ||
      (reference.form === "variable" && variables.some(({ name }) => name === reference.name)) ||
      ["ssm", "imds", "resolve", "context"].includes(reference.form);
    return broken && meant ? { message: "a brace is missing", fix: `write {{ ${inner} }}` } : undefined;
  },
};
