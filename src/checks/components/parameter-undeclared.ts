import { removeOrRename } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { installing } from "./example";

export const parameterUndeclared: ProjectRule = {
  code: "parameter-undeclared",
  refusedBy: "AWS",
  summary: "An image sets a parameter that the component document does not declare.",
  source: 'service message "The following parameters are not defined in the provided component"',
  fail: [installing("{ Packages: jq, Version: ▸latest }")],
  pass: [installing("{ Packages: jq }")],
  eachComponentUse({ reference, index, name, document }, report) {
    const declared = document.parameters.map((parameter) => parameter.name);
    for (const key of Object.keys(reference.parameters))
      if (!declared.includes(key)) {
        const message = `"${name}" declares no parameter "${key}"`;
        report(["components", index, "parameters", key], message, removeOrRename(key, declared));
      }
  },
};
