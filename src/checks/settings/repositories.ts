import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import { repositoryName as repositoryNameSchema } from "../../definitions/schema/common";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { namesOf } from "../../factory/names";
import { containerDistributions } from "../../factory/resolve-distribution";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { problemAt, problemAtKey } from "../problem-at";
import type { Recipe } from "../recipes/recipes";
import { type BuiltRecipe, builtRecipes } from "./built-recipes";

const container = "parent:\n  image: amazonlinux:2023\ncomponents:\n  - aws: update-linux\n";
const built = (lines: string) => ({
  "containers/app.yaml": container,
  "containers/web.yaml": container,
  "environments/dev.yaml": `${exampleProject.environment}containers:\n${lines}`,
});

export const repositoryTwice: Rule = {
  code: "repository-twice",
  severity: "error",
  summary: "Two containers of an environment create the same ECR repository.",
  source: "ECR API CreateRepository: a name is unique in an account and region",
  fail: [built("  app: { schedule: manual }\n  web: { schedule: manual, repository: { name: ▸app } }\n")],
  pass: [built("  app: { schedule: manual }\n  web: { schedule: manual, repository: { name: web } }\n")],
};

export const repositoryShared: Rule = {
  code: "repository-shared",
  severity: "warning",
  summary:
    "Two containers are pushed to one ECR repository. Every build pushes the tag <version>-<build>, so one overwrites the images of the other, or fails if tags are immutable.",
  source: "Image Builder User Guide, container images: tags that Image Builder gives; ECR User Guide, tag immutability",
  fail: [
    built("  app: { schedule: manual }\n  ▸web: { schedule: manual, repository: { name: app, create: false } }\n"),
  ],
  pass: [built("  app: { schedule: manual }\n  web: { schedule: manual, repository: { name: web, create: false } }\n")],
};

export const repositoryKeep: Rule = {
  code: "repository-keep",
  severity: "warning",
  summary:
    "The number of images to keep is set for a repository that this environment does not create. The repository's own lifecycle policy applies instead.",
  source: "docs/reference.md: keep is for a made repository",
  fail: [built("  web: { schedule: manual, repository: { create: false, ▸keep: 5 } }\n")],
  pass: [built("  web: { schedule: manual, repository: { keep: 5 } }\n")],
};

export const hopLimit: Rule = {
  code: "hop-limit",
  severity: "error",
  summary:
    "Containers are built on an instance whose metadata service has a hop limit of 1. It cannot be reached from inside a container.",
  source: "API type InstanceMetadataOptions: if tokens are required, container image builds need a minimum of two hops",
  fail: [
    {
      "containers/web.yaml": container,
      "environments/dev.yaml": `${exampleProject.environment}build:\n  metadata: { hopLimit: ▸1 }\ncontainers:\n  web:\n    schedule: manual\n`,
    },
  ],
  pass: [built("  web:\n    schedule: manual\n")],
};

export const repositoryDefault: Rule = {
  code: "repository-default",
  severity: "error",
  summary:
    "The name of a container is not valid as the name of its repository: ECR does not allow two hyphens in a row.",
  source: "ECR API field CreateRepository.repositoryName",
  fail: [
    {
      "containers/my--web.yaml": container,
      "environments/dev.yaml": `${exampleProject.environment}build:\n  metadata: { hopLimit: 2 }\ncontainers:\n  ▸my--web: { schedule: manual }\n`,
    },
  ],
  pass: [
    {
      "containers/my--web.yaml": container,
      "environments/dev.yaml": `${exampleProject.environment}build:\n  metadata: { hopLimit: 2 }\ncontainers:\n  my--web: { schedule: manual, repository: { name: my-web } }\n`,
    },
  ],
};

export const repositoryRules: readonly Rule[] = [
  repositoryTwice,
  repositoryShared,
  repositoryDefault,
  repositoryKeep,
  hopLimit,
];

/** Checks the repositories of the containers of an environment, and that they can be built at all. */
export function checkRepositories(
  definition: Definition<unknown>,
  value: EnvironmentDefinition,
  recipes: readonly Recipe[],
): Problem[] {
  const { source } = definition;
  const names = namesOf(value);
  const owners = new Map<string, string>();
  const problems = Object.entries(value.containers).flatMap(([name, { repository }]) => {
    const found: Problem[] = [];
    const path = ["containers", name, "repository"];
    if (!repository.create && repository.keep !== undefined)
      found.push(
        problemAtKey(repositoryKeep, source, [...path, "keep"], `"keep" is for a repository that is made`, "remove it"),
      );
    if (repository.name === undefined && !repositoryNameSchema.safeParse(names.repository(name)).success) {
      const message = `"${name}" cannot be the name of an ECR repository`;
      found.push(problemAtKey(repositoryDefault, source, ["containers", name], message, "add repository: { name: … }"));
    }
    if (!repository.create) return found;
    const repositoryName = names.repository(name);
    const owner = owners.get(repositoryName);
    owners.set(repositoryName, owner ?? name);
    if (owner !== undefined) {
      const at = repository.name === undefined ? ["containers", name] : [...path, "name"];
      const report = repository.name === undefined ? problemAtKey : problemAt;
      const message = `the repository "${repositoryName}" is made for "${owner}", too`;
      found.push(
        report(
          repositoryTwice,
          source,
          at,
          message,
          "write another name: each container needs a repository of its own",
        ),
      );
    }
    return found;
  });
  return [...problems, ...builtRecipes(value, recipes).flatMap((recipe) => checkHops(definition, recipe))];
}

function checkHops({ source }: Definition<unknown>, { kind, name, infrastructure, pathOf }: BuiltRecipe): Problem[] {
  if (infrastructure.metadata === undefined) return [];
  const { tokens, hopLimit: hops } = infrastructure.metadata;
  if (kind === "image" || hops >= 2 || tokens === "optional") return [];
  const path = [...pathOf("metadata"), "hopLimit"];
  const message = `"${name}" is a container, and ${path.join(".")} is "${hops}", expected at least 2`;
  const fix = "write 2 or more, or leave it out: then it is 1 for images and 2 for containers";
  return [problemAt(hopLimit, source, path, message, fix)];
}

/** Checks that no two containers of an account are pushed to one repository, of whichever environments they are. */
export function checkSharedRepositories({ environments }: Project): Problem[] {
  const pushes = [...environments.values()].flatMap(({ source, value }) =>
    value === undefined
      ? []
      : Object.entries(value.containers).flatMap(([name, each]) => {
          const own = namesOf(value).repository(name);
          const targets = [{ region: value.region, repository: own }, ...containerDistributions(each, own, value)];
          const made = each.repository.create ? `${value.region} ${own}` : undefined;
          const places = new Set(targets.map(({ region, repository }) => `${region} ${repository}`));
          return [...places].map((place) => ({ source, name, place, account: value.account, isMade: place === made }));
        }),
  );
  return pushes.flatMap((push, index) => {
    const other = pushes.slice(0, index).find(({ account, place }) => account === push.account && place === push.place);
    // Two that make it are an error already.
    if (other === undefined || (other.isMade && push.isMade && other.source === push.source)) return [];
    const [region = "", repository = ""] = push.place.split(" ");
    const of = other.source === push.source ? "" : ` of ${other.source.file}`;
    const message = `"${other.name}"${of} is pushed to the repository "${repository}" in "${region}", too, with the same tags`;
    return [
      problemAtKey(
        repositoryShared,
        push.source,
        ["containers", push.name],
        message,
        "give each a repository of its own",
      ),
    ];
  });
}
