import { repeats } from "../../collections/repeats";
import type { ProjectRule } from "../project-rule";
import { withContainers } from "./example";

export const repositoryTwice: ProjectRule = {
  code: "repository-twice",
  refusedBy: "AWS",
  summary: "Two containers of an environment create the same ECR repository.",
  source: "ECR API CreateRepository: a name is unique in an account and region",
  fail: [
    withContainers("  app: { schedule: manual }\n  web: { schedule: manual, repository: { name: ▸app } }\n"),
    withContainers("  web: { schedule: manual, repository: { name: app } }\n  ▸app: { schedule: manual }\n"),
  ],
  pass: [withContainers("  app: { schedule: manual }\n  web: { schedule: manual, repository: { name: web } }\n")],
  eachEnvironment({ value, names }, report) {
    const making = Object.entries(value.containers).filter(([, { repository }]) => repository.create);
    for (const { item, first } of repeats(making, ([name]) => names.repository(name))) {
      const [name, { repository }] = item;
      const path = ["containers", name];
      report(
        repository.name === undefined ? { key: path } : [...path, "repository", "name"],
        `the repository "${names.repository(name)}" is also created for "${first[0]}"`,
        "write another name: each container needs its own repository",
      );
    }
  },
};
