import { repositoryName } from "../../definitions/schema/common";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { containerText } from "../recipes/container-example";

const named = (container: string) => ({
  "containers/my--web.yaml": containerText(),
  ...withSettings(`build:\n  metadata: { hopLimit: 2 }\ncontainers:\n  ${container}\n`),
});

export const repositoryDefault: ProjectRule = {
  code: "repository-default",
  refusedBy: "AWS",
  summary:
    "The name of a container is not valid as the name of its repository: ECR does not allow two hyphens in a row.",
  source: "ECR API field CreateRepository.repositoryName",
  fail: [named("▸my--web: { schedule: manual }")],
  pass: [named("my--web: { schedule: manual, repository: { name: my-web } }")],
  eachEnvironment({ value, names }, report) {
    for (const [name, { repository }] of Object.entries(value.containers)) {
      if (repository.name !== undefined || repositoryName.safeParse(names.repository(name)).success) continue;
      const message = `"${name}" cannot be the name of an ECR repository`;
      report({ key: ["containers", name] }, message, "add repository: { name: … }");
    }
  },
};
