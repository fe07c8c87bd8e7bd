import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { Distribution } from "../../definitions/schema/distribution";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { KmsKey } from "../../model/recipe";
import { defaultKey } from "../../factory/resolve-keys";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import { problemAt, problemAtKey } from "../problem-at";
import { readableImages } from "../../project/readable";
import { encryptedVolumes, isAwsKey } from "./volume-keys";

const { image, environment } = exampleProject;
const withVolume = { "images/base.yaml": `${image}volumes:\n  - size: 20\n` };
const shared = (lines: string, rest = "") => ({
  "environments/dev.yaml": `${environment}    distribute:\n      - region: us-east-1\n${lines}${rest}`,
});
const abroad = (lines: string) => ({
  "environments/dev.yaml": `${environment}    distribute:\n      - region: eu-west-1\n${lines}`,
});
const toAccount = (marker = "") => `        share:\n          ${marker}accounts: ["111122223333"]\n`;
const source = "EC2 User Guide, sharing an AMI with encrypted snapshots: only a customer managed key can be shared";

export const sharedWithoutKey: Rule = {
  code: "shared-without-key",
  severity: "error",
  summary:
    "An AMI with encrypted volumes is shared or copied, but its snapshots are encrypted with an AWS managed key, which cannot be shared.",
  source,
  fail: [{ ...withVolume, ...shared(toAccount("▸")) }],
  pass: [
    {
      ...withVolume,
      ...shared(toAccount(), "encryption:\n  kmsKey: arn:aws:kms:us-east-1:123456789012:alias/images\n"),
    },
  ],
};

export const sharedWithAwsKey: Rule = {
  code: "shared-with-aws-key",
  severity: "error",
  summary:
    "An AMI is shared or copied, but it is encrypted with the AWS managed key of the account, which no other account can use.",
  source,
  fail: [abroad(`        kmsKey: ▸arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs\n${toAccount()}`)],
  pass: [abroad(`        kmsKey: arn:aws:kms:eu-west-1:123456789012:alias/images\n${toAccount()}`)],
};

export const homeKey: Rule = {
  code: "home-key",
  severity: "warning",
  summary:
    "A distribution sets a KMS key for the region of the build, where it has no effect. The key encrypts copies to other regions and accounts; the AMI itself is encrypted as its volumes are.",
  source: "Image Builder User Guide, AMI distribution settings: kmsKeyId",
  fail: [shared("        kmsKey: ▸arn:aws:kms:us-east-1:123456789012:alias/images\n")],
  pass: [abroad("        kmsKey: arn:aws:kms:eu-west-1:123456789012:alias/images\n")],
};

export const publicNotAllowed: Rule = {
  code: "public-not-allowed",
  severity: "error",
  summary: "An AMI is public, but the environment does not allow public AMIs.",
  source: "docs/reference.md: allowPublicImages",
  fail: [shared("        share:\n          public: ▸true\n")],
  pass: [shared("        share:\n          public: true\n", "allowPublicImages: true\n")],
};

export const publicEncrypted: Rule = {
  code: "public-encrypted",
  severity: "error",
  summary: "An AMI with encrypted volumes is public, which EC2 refuses.",
  source: "EC2 User Guide, make your AMI publicly available: not with encrypted volumes or snapshots of them",
  fail: [{ ...withVolume, ...shared("        share:\n          public: ▸true\n", "allowPublicImages: true\n") }],
  pass: [shared("        share:\n          public: true\n", "allowPublicImages: true\n")],
};

export const sharedWithItself: Rule = {
  code: "shared-with-itself",
  severity: "warning",
  summary: "An AMI is shared with or copied to its own account, or an account is listed twice.",
  source: "EC2 User Guide, shared AMIs: the owner of an AMI may always launch it",
  fail: [shared(toAccount().replace("111122223333", "123456789012").replace('["', '[▸"'))],
  pass: [shared(toAccount())],
};

export const sharingRules: readonly Rule[] = [
  sharedWithoutKey,
  sharedWithAwsKey,
  homeKey,
  publicNotAllowed,
  publicEncrypted,
  sharedWithItself,
];

/** Where a distribution says that certain others get the AMI, below the distribution; undefined where nobody does. */
function sharingPath({ share, copyTo }: Distribution): YamlPath | undefined {
  if (copyTo !== undefined) return ["copyTo"];
  const key = (["accounts", "organizations", "organizationalUnits"] as const).find((each) => share[each].length > 0);
  return key && ["share", key];
}

/** Checks who gets the AMIs of an environment, and with which keys. */
export function checkSharing(
  definition: Definition<unknown>,
  value: EnvironmentDefinition,
  project: Project,
): Problem[] {
  return Object.entries(value.images).flatMap(([name, { distribute = [] }]) =>
    distribute.flatMap((target, index) => {
      const at: Target = { name, target, path: ["images", name, "distribute", index] };
      return [
        ...checkPublic(definition, value, at, project),
        ...checkKeys(definition, value, at, project),
        ...checkHomeKey(definition, value, at),
        ...checkAccounts(definition, value, at),
      ];
    }),
  );
}

interface Target {
  readonly name: string;
  readonly target: Distribution;
  readonly path: YamlPath;
}

function checkPublic(
  { source: file }: Definition<unknown>,
  value: EnvironmentDefinition,
  { name, target, path }: Target,
  project: Project,
): Problem[] {
  if (target.share.public !== true) return [];
  const at = [...path, "share", "public"];
  if (!value.allowPublicImages) {
    const message = `"${name}" is public, but "allowPublicImages" is false`;
    return [problemAt(publicNotAllowed, file, at, message, "remove it, or write allowPublicImages: true")];
  }
  const volume = encryptedVolumes(name, readableImages(project), value)[0];
  const listed = volume?.index === undefined ? undefined : volume.image;
  const by = volume === undefined ? copyKey(value, target) && "its kmsKey" : listed === undefined && "encryption";
  if (volume === undefined && by === undefined) return [];
  const message = `"${name}" is public, but encrypted${typeof by === "string" ? ` by ${by}` : ""}, which EC2 refuses`;
  const fix =
    listed === undefined
      ? "share it with accounts, or build it in an environment without a key"
      : `share it with accounts, or write encrypted: false for the volumes of images/${listed}.yaml`;
  return [problemAt(publicEncrypted, file, at, message, fix)];
}

/** The key of the AMI in another region than that of the build, where it is a copy. */
function copyKey(value: EnvironmentDefinition, target: Distribution): KmsKey | undefined {
  return target.region === value.region ? undefined : (target.kmsKey ?? defaultKey(value, target.region));
}

function checkKeys(
  { source: file }: Definition<unknown>,
  value: EnvironmentDefinition,
  { name, target, path }: Target,
  project: Project,
): Problem[] {
  const home = target.region === value.region;
  const { encryption } = value;
  const sharing = sharingPath(target);
  if (sharing === undefined) return [];
  const volumes = encryptedVolumes(name, readableImages(project), value);
  const awsKey = (where: YamlPath, key: string, inFile = file, fix = "write a key of your own in that region") => {
    const message = `"${name}" is shared with the key "${key}", which nobody outside of its account can use`;
    return [problemAt(sharedWithAwsKey, inFile, where, message, fix)];
  };
  const copies = !home || target.copyTo !== undefined;
  if (copies && target.kmsKey !== undefined && isAwsKey(target.kmsKey))
    return awsKey([...path, "kmsKey"], target.kmsKey);
  const byDefault = volumes.some(({ kmsKey }) => kmsKey === undefined);
  if (home && byDefault && encryption?.kmsKey !== undefined && isAwsKey(encryption.kmsKey))
    return awsKey(["encryption", "kmsKey"], encryption.kmsKey);
  const ofAws = volumes.flatMap(({ image: owner, index, kmsKey }) => {
    const definition = project.images.get(owner);
    if (definition === undefined || index === undefined || kmsKey === undefined || !isAwsKey(kmsKey)) return [];
    return awsKey(["volumes", index, "kmsKey"], kmsKey, definition.source, "write a key of your own");
  });
  if (ofAws.length > 0) return ofAws;
  const lacks = home
    ? byDefault && defaultKey(value) === undefined
    : volumes.length > 0 && copyKey(value, target) === undefined;
  if (!lacks) return [];
  const message = `"${name}" is shared in "${target.region}" with volumes encrypted by a key of AWS, which nobody else can use`;
  const fix = home
    ? "add encryption.kmsKey with a key of your own"
    : "add kmsKey with a key of your own in that region";
  return [problemAtKey(sharedWithoutKey, file, [...path, ...sharing], message, fix)];
}

function checkHomeKey(
  { source: file }: Definition<unknown>,
  { region }: EnvironmentDefinition,
  { target, path }: Target,
): Problem[] {
  if (target.kmsKey === undefined || target.region !== region || target.copyTo !== undefined) return [];
  const message = `"kmsKey" encrypts copies, and "${region}" is where the AMI is built: there it is encrypted as its volumes are`;
  const fix = "remove it; the key of the AMI is encryption.kmsKey, or that of the image's volumes";
  return [problemAt(homeKey, file, [...path, "kmsKey"], message, fix)];
}

function checkAccounts(
  { source: file }: Definition<unknown>,
  { account }: EnvironmentDefinition,
  { name, target, path }: Target,
): Problem[] {
  const lists = [
    { at: ["share", "accounts"], accounts: target.share.accounts },
    { at: ["copyTo", "accounts"], accounts: target.copyTo?.accounts ?? [] },
  ];
  return lists.flatMap(({ at, accounts }) =>
    accounts.flatMap((each, index) => {
      const twice = accounts.indexOf(each) < index;
      if (each !== account && !twice) return [];
      const message = twice ? `the account "${each}" is there twice` : `"${each}" owns "${name}" already`;
      return [problemAt(sharedWithItself, file, [...path, ...at, index], message, "remove it")];
    }),
  );
}
