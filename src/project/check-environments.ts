import { exampleProject } from "../definitions/rules";
import type { Definition } from "../definitions/read-definition";
import type { EnvironmentDefinition } from "../definitions/schema/environment";
import type { ImageDefinition } from "../definitions/schema/image";
import { defaultKey } from "../factory/resolve-keys";
import type { Problem } from "../problems/problem";
import { problemOf, type Rule } from "../problems/rule";
import { writeOneOf } from "../problems/suggest";
import { fieldOf, imageMissing } from "./check-images";
import { readableImages } from "./readable";
import type { Project } from "./load-project";
import { sharingPath } from "./settings/sharing";

const { image, environment } = exampleProject;
const standsOnBase = "parent:\n  image: base\ncomponents:\n  - aws: update-linux\n";
const shared = (key: string) => `${environment}    distribute:
      - region: us-east-1
        share:
          ▸accounts: ["111122223333"]
${key}`;

export const parentNotBuilt: Rule = {
  code: "parent-not-built",
  severity: "error",
  summary:
    "An environment builds an image without the one it stands on, which is looked up in the same account and region.",
  source: "API field CreateImageRecipe.parentImage: the image has to exist where the recipe is",
  breaks: { "images/web.yaml": standsOnBase, "environments/dev.yaml": environment.replace("  base:", "  ▸web:") },
  mends: { "images/web.yaml": standsOnBase, "environments/dev.yaml": `${environment}  web:\n    schedule: manual\n` },
};

export const amiOfRegion: Rule = {
  code: "ami-of-region",
  severity: "error",
  summary: "An image has AMI ids by region as its parent, but none for the region of an environment that builds it.",
  source: "API field CreateImageRecipe.parentImage: an AMI id is valid in one region alone",
  breaks: {
    "images/base.yaml": image.replace(
      "  os: amazon-linux-2023\n  architecture: x86_64",
      "  amis: { eu-west-1: ami-0123456789abcdef0 }\n  platform: Linux",
    ),
    "environments/dev.yaml": environment.replace("  base:", "  ▸base:"),
  },
  mends: {},
};

export const duplicateRegion: Rule = {
  code: "duplicate-region",
  severity: "error",
  summary: "An image is distributed to the same region twice; the service takes one distribution a region.",
  source: "API field DistributionConfiguration.distributions",
  breaks: {
    "environments/dev.yaml": `${environment}    distribute:\n      - region: us-east-1\n      - region: ▸us-east-1\n`,
  },
  mends: {
    "environments/dev.yaml": `${environment}    distribute:\n      - region: us-east-1\n      - region: eu-west-1\n`,
  },
};

export const sharedWithoutKey: Rule = {
  code: "shared-without-key",
  severity: "error",
  summary:
    "An AMI with encrypted volumes is shared or copied, but its snapshots are encrypted with a key of AWS, which cannot be shared.",
  source: "EC2 User Guide, sharing an AMI with encrypted snapshots: only a customer managed key can be shared",
  breaks: { "images/base.yaml": `${image}volumes:\n  - size: 20\n`, "environments/dev.yaml": shared("") },
  mends: {
    "images/base.yaml": `${image}volumes:\n  - size: 20\n`,
    "environments/dev.yaml": shared("encryption:\n  kmsKey: arn:aws:kms:us-east-1:123456789012:alias/images\n").replace(
      "▸",
      "",
    ),
  },
};

export const duplicatePlace: Rule = {
  code: "duplicate-place",
  severity: "error",
  summary: "Two environments are in the same account and region, where their resources would have the same names.",
  source: "docs/reference.md: one environment for each account and region",
  breaks: { "environments/test.yaml": environment.replace("account: ", "account: ▸") },
  mends: { "environments/test.yaml": environment.replace("us-east-1", "eu-west-1") },
};

export const environmentRules: readonly Rule[] = [
  parentNotBuilt,
  amiOfRegion,
  duplicateRegion,
  sharedWithoutKey,
  duplicatePlace,
];

/** Checks each environment against the rest of the project. */
export function checkEnvironments(project: Project): Problem[] {
  const places = new Map<string, string>();
  return [...project.environments].flatMap(([name, definition]) => {
    const { source, value } = definition;
    const problems = checkImageNames(definition, project);
    if (value === undefined) return problems;
    problems.push(
      ...Object.keys(value.images).flatMap((imageName) => checkBuiltImage(imageName, definition, value, project)),
    );
    const place = `${value.account} ${value.region}`;
    const other = places.get(place);
    if (other !== undefined) {
      const message = `environment "${other}" is in account "${value.account}" and region "${value.region}", too`;
      problems.push(
        problemOf(
          duplicatePlace,
          source.file,
          source.locate(["account"]),
          message,
          `put the images of both into environments/${other}.yaml, or change account or region`,
        ),
      );
    }
    places.set(place, other ?? name);
    return problems;
  });
}

function checkImageNames({ source, raw }: Definition<unknown>, project: Project): Problem[] {
  const images = fieldOf(raw, "images");
  if (typeof images !== "object" || images === null || Array.isArray(images)) return [];
  return Object.keys(images)
    .filter((name) => !project.images.has(name))
    .map((name) => {
      const fix =
        project.images.size === 0 ? `write images/${name}.yaml` : writeOneOf(name, [...project.images.keys()]);
      return problemOf(
        imageMissing,
        source.file,
        source.locateKey(["images", name]),
        `there is no image "${name}" (images/${name}.yaml)`,
        fix,
      );
    });
}

function checkBuiltImage(
  name: string,
  { source }: Definition<unknown>,
  value: EnvironmentDefinition,
  project: Project,
): Problem[] {
  const key = source.locateKey(["images", name]);
  const { file } = source;
  const definition = project.images.get(name)?.value;
  if (definition === undefined) return [];
  const problems: Problem[] = [];
  const { parent } = definition;
  if (parent.image !== undefined && project.images.has(parent.image) && !(parent.image in value.images)) {
    problems.push(
      problemOf(
        parentNotBuilt,
        file,
        key,
        `"${name}" stands on "${parent.image}", which this environment does not build`,
        `add "${parent.image}" to images`,
      ),
    );
  }
  if (parent.amis !== undefined && parent.amis[value.region] === undefined) {
    problems.push(
      problemOf(
        amiOfRegion,
        file,
        key,
        `"${name}" has no parent AMI for "${value.region}"`,
        `add ${value.region} to parent.amis in images/${name}.yaml`,
      ),
    );
  }
  return [...problems, ...checkDistributions(name, source, definition, value, project)];
}

function checkDistributions(
  name: string,
  source: Definition<unknown>["source"],
  definition: ImageDefinition,
  environmentValue: EnvironmentDefinition,
  project: Project,
): Problem[] {
  const regions = new Set<string>();
  return (environmentValue.images[name]?.distribute ?? []).flatMap((target, index) => {
    const path = ["images", name, "distribute", index];
    const problems: Problem[] = [];
    if (regions.has(target.region)) {
      problems.push(
        problemOf(
          duplicateRegion,
          source.file,
          source.locate([...path, "region"]),
          `"${target.region}" is listed twice`,
          "merge the two entries into one",
        ),
      );
    }
    regions.add(target.region);
    const sharing = sharingPath(target);
    const keyOfRegion = target.kmsKey ?? defaultKey(environmentValue, target.region);
    if (sharing !== undefined && keyOfRegion === undefined && hasEncryptedVolume(definition, project)) {
      problems.push(
        problemOf(
          sharedWithoutKey,
          source.file,
          source.locateKey([...path, ...sharing]),
          `"${name}" is shared in "${target.region}" with volumes encrypted by a key of AWS, which nobody else can use`,
          target.region === environmentValue.region
            ? "add encryption.kmsKey with a key of your own"
            : "add kmsKey with a key of your own in that region",
        ),
      );
    }
    return problems;
  });
}

/** Own volumes, or those of the project's image it stands on. */
function hasEncryptedVolume(definition: ImageDefinition, project: Project): boolean {
  const images = readableImages(project);
  const seen = new Set<ImageDefinition>();
  for (
    let at: ImageDefinition | undefined = definition;
    at !== undefined && !seen.has(at);
    at = images.get(at.parent.image ?? "")
  ) {
    if (at.volumes.some((volume) => volume.encrypted)) return true;
    seen.add(at);
  }
  return false;
}
