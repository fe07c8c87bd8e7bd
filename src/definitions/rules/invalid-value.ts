import type { Rule } from "../../problems/rule";
import { environmentText, exampleProject } from "../example-texts";
import { ofEnvironment } from "./examples";

const { environment } = exampleProject;

export const invalidValue: Rule = {
  code: "invalid-value",
  refusedBy: "AWS",
  unsilenceable: true,
  summary: "A value is not one that AWS or the provider accepts.",
  source: "constraints of the EC2 Image Builder API, field by field; docs/reference.md",
  fail: [ofEnvironment(environmentText({ region: "▸us east 1" }))],
  pass: [ofEnvironment(environment)],
};
