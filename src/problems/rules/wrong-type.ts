import type { Rule } from "../rule";
import { imageWithValue, project, stepWith } from "./examples";

const account = (value: string) =>
  project({ environment: `account: ${value}\nregion: us-east-1\nimages:\n  base:\n    schedule: manual\n` });

/** Reported if a value does not have the type of its key. */
export const wrongType: Rule = {
  code: "wrong-type",
  formerly: ["field-type"],
  refusedBy: "project",
  refusedByInDocuments: "AWS",
  unsilenceable: "in definitions",
  summary: "A value has the wrong type, for example a number instead of text, or text instead of a list.",
  source: "docs/reference.md",
  sourceInDocuments: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html",
  fail: [
    account("▸123456789012"),
    imageWithValue("volumes:\n  - size: ▸${var.size}\n", "{ size: large }"),
    imageWithValue("description: ▸For ${var.teams}\n", "{ teams: [red, blue] }"),
    stepWith("ExecuteBash", "inputs:\n  commands: ▸echo hello\n"),
  ],
  pass: [
    account('"123456789012"'),
    imageWithValue("volumes:\n  - size: ${var.size}\n", "{ size: 20 }"),
    stepWith("ExecuteBash", "inputs:\n  commands:\n    - echo hello\n"),
  ],
};
