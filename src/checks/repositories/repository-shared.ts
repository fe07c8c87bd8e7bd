import { repeats } from "../../collections/repeats";
import { buildsOf, containerTargetsOf } from "../../factory/written-builds";
import type { Environment } from "../context/environments";
import type { ProjectRule } from "../project-rule";
import { withContainers } from "./example";

export const repositoryShared: ProjectRule = {
  code: "repository-shared",
  severity: "warning",
  summary:
    "Two containers are pushed to one ECR repository. Every build pushes the tag `<version>-<build>`, so one overwrites the images of the other, or fails if tags are immutable.",
  source: "Image Builder User Guide, container images: tags that Image Builder gives; ECR User Guide, tag immutability",
  fail: [
    withContainers(
      "  app: { schedule: manual }\n  ▸web: { schedule: manual, repository: { name: app, create: false } }\n",
    ),
  ],
  pass: [
    withContainers(
      "  app: { schedule: manual }\n  web: { schedule: manual, repository: { name: web, create: false } }\n",
    ),
  ],
  project({ environments }, report) {
    const placeOf = ({ account, region, repository }: Push) => `${account} ${region} ${repository}`;
    for (const { item, first } of repeats(environments.flatMap(pushesOf), placeOf)) {
      const { source, name, region, repository } = item;
      // Another rule reports two containers that create the same repository.
      if (first.isCreated && item.isCreated && first.source === source) continue;
      const of = first.source === source ? "" : ` of ${first.source.file}`;
      const message = `"${first.name}"${of} is also pushed to the repository "${repository}" in "${region}", with the same tags`;
      report({ source, key: ["containers", name] }, message, "give each its own repository");
    }
  },
};

/** A push of a container to a repository. */
interface Push {
  readonly source: Environment["source"];
  /** Name of the container. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly repository: string;
  /** Whether the environment creates the repository for this container. */
  readonly isCreated: boolean;
}

function pushesOf({ source, value, names }: Environment): Push[] {
  const { account } = value;
  return Object.entries(value.containers).flatMap(([name, each]) => {
    const own = names.repository(name);
    const written = buildsOf("container", name, each).flatMap((build) => containerTargetsOf(build) ?? []);
    const targets = [
      { region: value.region, repository: own },
      ...written.map(({ region, repository = own }) => ({ region, repository })),
    ];
    const byPlace = new Map(targets.map((target) => [`${target.region} ${target.repository}`, target]));
    return [...byPlace.values()].map(({ region, repository }) => {
      const isCreated = each.repository.create && region === value.region && repository === own;
      return { source, name, account, region, repository, isCreated };
    });
  });
}
