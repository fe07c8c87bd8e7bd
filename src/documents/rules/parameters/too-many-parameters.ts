import { maxComponentParameters } from "../../../aws/quotas";
import type { DocumentRule } from "../../document-rule";
import { withParameters } from "./examples";

export const tooManyParameters: DocumentRule = {
  code: "too-many-parameters",
  severity: "warning",
  summary: "A component has more than 25 parameters, the quota of a new account, which AWS raises on request.",
  source: "quota of Image Builder: parameters per component",
  fail: [withParameters(maxComponentParameters + 1, "▸")],
  pass: [withParameters(maxComponentParameters)],
  component: ({ outline: { variables } }, report) => {
    const excess = variables.filter(({ kind }) => kind === "parameter")[maxComponentParameters];
    if (excess === undefined) return;
    const message = `more than ${maxComponentParameters} parameters`;
    report(excess.keyNode, message, "make constants of some, or split the component");
  },
};
