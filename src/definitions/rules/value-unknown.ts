import type { Rule } from "../../problems/rule";
import { environmentText, imageText } from "../example-texts";
import { ofEnvironment, valued } from "./examples";

export const valueUnknown: Rule = {
  code: "value-unknown",
  refusedBy: "project",
  unsilenceable: true,
  summary: "A definition uses a value that an environment which builds it does not list.",
  source: "docs/decisions/0029-values.md",
  fail: [
    valued(imageText({ more: "description: ▸For ${var.stge}\n" }), "{ stage: test }"),
    ofEnvironment(environmentText({ before: "values: {}\n", more: "tags: { stage: ▸'${var.stage}' }\n" })),
  ],
  pass: [
    valued(imageText({ more: "description: For ${var.stage}\n" }), "{ stage: test }"),
    valued(imageText({ more: "description: For $${var.stge}\n" }), "{}"),
  ],
};
