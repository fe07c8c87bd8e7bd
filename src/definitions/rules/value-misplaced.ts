import type { Rule } from "../../problems/rule";
import { imageText } from "../example-texts";
import { valued } from "./examples";

export const valueMisplaced: Rule = {
  code: "value-misplaced",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "A value is used in a key, a version line or the name of a file of the project. These are the same in every environment.",
  source: "docs/decisions/0029-values.md",
  fail: [
    valued(imageText({ components: ["▸linux/${var.agent}"] }), "{ agent: hello }"),
    valued(imageText({ more: 'version: ▸"1.${var.minor}"\n' }), "{ minor: 1 }"),
    valued(imageText({ more: "tags:\n  ▸${var.key}: team\n" }), "{ key: owner }"),
  ],
  pass: [
    valued(imageText({ components: ["aws: ${var.agent}"] }), "{ agent: update-linux }"),
    valued(imageText({ more: "tags:\n  owner: ${var.team}\n" }), "{ team: blue }"),
  ],
};
