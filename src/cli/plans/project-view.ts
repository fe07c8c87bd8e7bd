import { documentName } from "../../factory/names";
import { terraformName } from "../../factory/terraform-name";
import { writtenBuilds } from "../../factory/written-builds";
import type { YamlPath, YamlSource } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import { environmentOf } from "../../project/stacks";
import type { ProjectView } from "../../review/review";
import { forgottenSuffix } from "../../versions/created-address";

/** The type and label of an address, which may be the one at which Terraform forgets the resource. */
const ofResource = new RegExp(`^([a-z0-9_]+)\\.([^.[]+?)(?:${forgottenSuffix})?$`);

/** Keys of an environment that create resources, by Terraform type. The first key that the file has is used. */
const keysByType: readonly (readonly [RegExp, readonly YamlPath[]])[] = [
  [/^aws_kms_/, [["encryption"]]],
  [/^aws_sns_/, [["build", "topic"], ["events", "topic"], ["events"]]],
  [/^aws_cloudwatch_event_/, [["events"]]],
  [/^aws_cloudwatch_log_group$/, [["build", "logGroups"]]],
  [/^aws_imagebuilder_infrastructure_configuration$/, [["build"]]],
  [/^aws_iam_instance_profile$/, [["build", "instanceProfile"]]],
  [/^aws_(vpc|subnet|security_group|.*gateway|route|eip)/, [["network"]]],
  [/^aws_launch_template$/, [["consumer"]]],
];

/** Keys of an environment that create resources, by the address of a bucket, role or object in Terraform. */
const keysByName: readonly (readonly [RegExp, readonly YamlPath[]])[] = [
  [/^aws_s3_bucket.*\.logs/, [["build", "logs"]]],
  [/^aws_s3_bucket.*\.documents/, [["documents"]]],
  [/^aws_iam_.*\.build/, [["build", "instanceProfile"]]],
  [/^aws_iam_.*\.execution/, [["executionRole"]]],
  [/^aws_iam_.*\.lifecycle/, [["lifecycleRole"], ["lifecycle"]]],
];

/** Key below an image or container in the environment to which a finding refers, by the code of the finding. */
const keysByCode: Readonly<Record<string, string>> = {
  "pipeline-disabled": "enabled",
  "policy-broadened": "distribute",
  "schedule-removed": "schedule",
  "shared-with-everybody": "distribute",
  "shared-with-more": "distribute",
};

/** Returns what a review needs from the project besides the plan of one stack: its channels, and the place in a file that defines a resource. */
export function projectView(project: Project, stack: string): ProjectView {
  const environment = project.environments.get(environmentOf(project, stack));
  const { images, containers } = project;
  const built = new Map(
    [...images, ...containers].map(([name, { source }]) => [terraformName(name), { name, source }] as const),
  );
  const builds = environment?.value === undefined ? [] : writtenBuilds(environment.value);
  const documents = new Map(
    [...project.components.values(), ...project.workflows.values()].map(
      ({ document, file }) => [terraformName(documentName(document)), file] as const,
    ),
  );
  const inEnvironment = (...paths: readonly YamlPath[]): string | undefined =>
    environment === undefined ? undefined : firstPlace(environment.source, paths);
  return {
    channels: environment?.value?.channels ?? [],
    definedAt: (address, code) => {
      const ofCode = code === undefined ? undefined : keysByCode[code];
      const [, type = "", label = ""] = ofResource.exec(address) ?? [];
      const image = built.get(label);
      if (/^aws_imagebuilder_(component|workflow)$/.test(type)) return documents.get(label);
      if (type === "aws_imagebuilder_lifecycle_policy") return inEnvironment(...policyPaths(environment?.raw, label));
      if (/^aws_imagebuilder_(image|container)_recipe$/.test(type)) return image && `${image.source.file}:1`;
      if (image !== undefined && /^aws_(imagebuilder_|ecr_)/.test(type)) {
        const key = type.startsWith("aws_ecr_") ? "repository" : distributes(type) ? "distribute" : ofCode;
        const places = ["images", "containers"].map((kind): YamlPath => [kind, image.name]);
        const exact = key === undefined ? [] : places.map((path): YamlPath => [...path, key]);
        return inEnvironment(...exact, ...places);
      }
      const further = builds.find(({ key, id }) => key !== undefined && terraformName(id) === label);
      if (further !== undefined && type.startsWith("aws_imagebuilder_")) {
        const key = distributes(type) ? "distribute" : type.includes("infrastructure") ? "build" : ofCode;
        return inEnvironment(...(key === undefined ? [] : [[...further.path, key]]), further.path);
      }
      if (distributes(type)) {
        const shared = Object.keys(environment?.value?.distributions ?? {}).find((id) => terraformName(id) === label);
        if (shared !== undefined) return inEnvironment(["distributions", shared]);
      }
      const keys = [
        ...keysByName.filter(([pattern]) => pattern.test(address)),
        ...keysByType.filter(([pattern]) => pattern.test(type)),
      ];
      return inEnvironment(...keys.flatMap(([, paths]) => paths));
    },
  };
}

function distributes(type: string): boolean {
  return type === "aws_imagebuilder_distribution_configuration";
}

/** Returns the paths of a lifecycle policy by its name in Terraform, which can differ from its name in the environment. */
function policyPaths(raw: unknown, label: string): YamlPath[] {
  const policies = (raw as { readonly lifecycle?: object } | undefined)?.lifecycle ?? {};
  return [
    ...Object.keys(policies)
      .filter((name) => terraformName(name) === label)
      .map((name) => ["lifecycle", name]),
    ["lifecycle"],
  ];
}

/** Returns file and line of the first key that exists, e.g. `environments/dev.yaml:12`. */
function firstPlace(source: YamlSource, paths: readonly YamlPath[]): string | undefined {
  const found = paths.find((path) => source.has(path));
  return found === undefined ? undefined : `${source.file}:${source.locateKey(found).start.line}`;
}
