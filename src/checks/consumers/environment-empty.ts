import { environmentText } from "../../definitions/example-texts";
import { filledStacks } from "../../factory/resolve-factory";
import type { ProjectRule } from "../project-rule";
import { both, consumerText, sharing } from "./example";

export const environmentEmpty: ProjectRule = {
  code: "environment-empty",
  severity: "warning",
  summary: "An environment neither builds nor receives anything, so it has no stack.",
  source: "docs/reference.md: at least one of images, containers and consumer",
  fail: [{ "environments/dev.yaml": '▸account: "123456789012"\nregion: us-east-1\n' }],
  pass: [{ "environments/dev.yaml": environmentText() }, both(sharing, consumerText)],
  eachEnvironment({ value }, report) {
    if (filledStacks(value).length > 0) return;
    report([], "the environment neither builds nor receives anything", "add images, containers or consumer");
  },
};
