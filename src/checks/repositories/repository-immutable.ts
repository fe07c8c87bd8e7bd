import { buildsOf, containerTargetsOf } from "../../factory/written-builds";
import { listOf } from "../../problems/suggest";
import type { ProjectRule } from "../project-rule";
import { withContainers } from "./example";

const app = (mutability: string, lines: string) =>
  withContainers(
    `  app:\n    schedule: manual\n    repository: { tagMutability: ${mutability} }\n${lines}  web: { schedule: manual }\n`,
  );
const tagged = "    distribute: [{ region: us-east-1, tags: [stable] }]\n";

export const repositoryImmutable: ProjectRule = {
  code: "repository-immutable",
  refusedBy: "build",
  summary:
    "Every build of a container pushes a tag of the same name, and the tags of its repository are immutable. ECR refuses the push of the second build.",
  source: "ECR API error ImageTagAlreadyExistsException; issue 3776 of moby/buildkit",
  fail: [
    app("▸immutable", tagged),
    app("▸immutable", "    distribute: [{ region: us-east-1, repository: app, tags: [stable] }]\n"),
    app("▸immutable", "    scan: { repository: app, tags: [scanned] }\n"),
  ],
  pass: [
    app("mutable", tagged),
    app("immutable", "    distribute: [{ region: us-east-1 }, { region: eu-west-1, tags: [stable] }]\n"),
    app("immutable", "    scan: { repository: scans, tags: [scanned] }\n"),
  ],
  eachEnvironment({ value, names }, report) {
    for (const [name, container] of Object.entries(value.containers)) {
      const { create, tagMutability } = container.repository;
      if (!create || tagMutability !== "immutable") continue;
      const own = names.repository(name);
      const tags = buildsOf("container", name, container).flatMap((build) => [
        ...(containerTargetsOf(build) ?? []).flatMap(({ region, repository = own, tags: fixed = [] }) =>
          region === value.region && repository === own ? fixed : [],
        ),
        ...(typeof build.scan === "object" && build.scan.repository === own ? (build.scan.tags ?? []) : []),
      ]);
      if (tags.length === 0) continue;
      const message = `the tags of "${own}" are immutable, and every build pushes ${listOf([...new Set(tags)])}`;
      const fix = "write mutable, or remove the tags: each build has its own";
      report(["containers", name, "repository", "tagMutability"], message, fix);
    }
  },
};
