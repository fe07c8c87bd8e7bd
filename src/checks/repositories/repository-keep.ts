import { writtenForGiven } from "../given-resources";
import type { ProjectRule } from "../project-rule";
import { withContainers } from "./example";

export const repositoryKeep: ProjectRule = {
  code: "repository-keep",
  severity: "warning",
  summary:
    "The number of images to keep is set for a repository that this environment does not create. The repository's own lifecycle policy applies instead.",
  source: "docs/reference.md: keep is for a created repository",
  fail: [
    withContainers(
      "  app: { schedule: manual }\n  web: { schedule: manual, repository: { create: false, ▸keep: 5 } }\n",
    ),
  ],
  pass: [
    withContainers("  app: { schedule: manual }\n  web: { schedule: manual, repository: { keep: 5 } }\n"),
    withContainers("  app: { schedule: manual }\n  web: { schedule: manual, repository: { create: false } }\n"),
  ],
  eachEnvironment(environment, report) {
    for (const { path } of writtenForGiven(environment, "repository", ["keep"]))
      report({ key: path }, '"keep" is for a repository that is created', "remove it");
  },
};
