import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { echo, variablesPage } from "./examples";

export const forbiddenMetadata: DocumentRule = {
  code: "forbidden-metadata",
  refusedBy: "AWS",
  summary: "A reference reads credentials from the instance metadata. AWSTOE refuses iam/ and identity-credentials/.",
  source: variablesPage,
  fail: [buildSteps(echo("▸{{ aws:imds:iam/info }}"))],
  pass: [buildSteps(echo("{{ aws:imds:instance-id }}"))],
  eachReference: ({ reference, broken }) =>
    !broken && reference.form === "imds" && /^\/?(iam|identity-credentials)(\/|$)/.test(reference.name)
      ? { message: "AWSTOE refuses to read credentials", fix: "let the command use the instance's role" }
      : undefined,
};
