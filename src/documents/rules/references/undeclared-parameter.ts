import { didYouMean, nearest } from "../../../problems/suggest";
import type { DocumentRule } from "../../document-rule";
import { variableNamed } from "../../references/reference";
import { variablesPage, withPackage } from "./examples";

export const undeclaredParameter: DocumentRule = {
  code: "undeclared-parameter",
  severity: "warning",
  summary:
    "A reference names a parameter or constant that the document does not declare. The command `awstoe validate` refuses such a document.",
  source: `${variablesPage}; AWS's sample repository amazon-ec2-image-builder-samples, awstoe: what its validation finds`,
  fail: [withPackage("{{ Package }} ▸{{ Pakage }}")],
  pass: [withPackage("{{ Package }}")],
  eachReference: ({ reference, broken, doubtful, outline: { variables } }) => {
    const name = variableNamed(reference);
    const names = variables.map((variable) => variable.name);
    if (broken || name === undefined || names.includes(name)) return undefined;
    if (doubtful && nearest(name, names) === undefined) return undefined;
    const fix = didYouMean(name, names, 'declare it below "parameters" or "constants"');
    return { message: `no parameter or constant is named "${name}"`, fix };
  },
};
