import { listOf } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { installing } from "./example";

export const parameterNotAllowed: ProjectRule = {
  code: "parameter-not-allowed",
  refusedBy: "project",
  summary: "An image sets a parameter to a value that the component document does not allow.",
  source: "the component's document, allowedValues",
  fail: [installing("{ Packages: ▸vim }"), installing("{ Packages: ▸JQ }")],
  pass: [installing("{ Packages: git }")],
  eachComponentUse({ reference, index, document }, report) {
    for (const { name, allowedValues } of document.parameters) {
      const given = reference.parameters[name];
      if (given === undefined || allowedValues?.includes(given) !== false) continue;
      const allowed = listOf(allowedValues);
      const path = ["components", index, "parameters", name];
      report(path, `"${name}" is "${given}", allowed: ${allowed}`, `write one of ${allowed}`);
    }
  },
};
