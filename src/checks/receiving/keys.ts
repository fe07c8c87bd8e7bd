import { parseArn } from "../../aws/arn";
import { defaultKey } from "../../factory/resolve-keys";
import type { KmsKey } from "../../model/recipe";
import { keysOf } from "../../factory/resolve-consumer";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { readableImages } from "../../project/readable";
import { homeKeys } from "../settings/volume-keys";
import { type Consuming, consumingIn, type Expectation, expectationsIn } from "./consuming";
import { both, copying, receiving, sharing } from "./example";

const key = "arn:aws:kms:us-east-1:123456789012:key/1a2b3c4d-5e6f-1a2b-3c4d-5e6f1a2b3c4d";
const encrypted = (dev: string) => `${dev}encryption: { kmsKey: ${key} }\n`;
const listing = receiving.replace("dev:\n", `dev:\n      kmsKeys: [${key}]\n`);
const autoScaling = (account: string) =>
  `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
const using = (team: string, mark = "", account = "111122223333") =>
  team.replace("consumer:\n", `consumer:\n  keyUsers:\n    - ${mark}${autoScaling(account)}\n`);

export const copyKeyUnlisted: Rule = {
  code: "copy-key-unlisted",
  severity: "error",
  summary:
    "A copy is encrypted with a key of the building account that the consumer does not list, so the consumer's role may not use the key.",
  source: "Image Builder User Guide, Set up cross-account AMI distribution: the role needs the keys of both sides",
  fail: [both(encrypted(copying), receiving.replace("dev:", "▸dev:"))],
  pass: [both(encrypted(copying), listing)],
};

export const sharedKeyUnlisted: Rule = {
  code: "shared-key-unlisted",
  severity: "warning",
  summary:
    "The snapshots of an image are encrypted with a key that the consumer does not list. Key users get no grant, and copies cannot be decrypted.",
  source: "EC2 Auto Scaling User Guide, Required AWS KMS key policy: a grant on a key of another account",
  fail: [both(encrypted(sharing), using(receiving.replace("dev:", "▸dev:")))],
  pass: [both(encrypted(sharing), using(listing))],
};

export const keyElsewhere: Rule = {
  code: "key-elsewhere",
  severity: "warning",
  summary: "A consumer lists a key of an account or region from which it receives no images.",
  source: "docs/reference.md: keys of the account itself in consumer.kmsKeys, those of the other side in from",
  fail: [both(encrypted(sharing), using(listing.replace("consumer:\n", `consumer:\n  kmsKeys: [▸${key}]\n`)))],
  pass: [both(encrypted(sharing), using(listing))],
};

export const keyUserAccount: Rule = {
  code: "key-user-account",
  severity: "warning",
  summary: "A key user is a role of another account, which launches nothing in this one.",
  source: "EC2 Auto Scaling User Guide, Required AWS KMS key policy: the role of the account that launches",
  fail: [both(encrypted(sharing), using(listing, "▸", "444455556666"))],
  pass: [both(encrypted(sharing), using(listing))],
};

export const keyRules: readonly Rule[] = [copyKeyUnlisted, sharedKeyUnlisted, keyElsewhere, keyUserAccount];

/** Checks the keys that consumers list against those that their images come with. */
export function checkKeys(project: Project): Problem[] {
  const consumers = consumingIn(project);
  return [
    ...expectationsIn(project).flatMap((each) => checkExpected(each, consumers, project)),
    ...consumers.flatMap((each) => checkListed(each, project)),
  ];
}

function checkExpected(expectation: Expectation, consumers: readonly Consuming[], project: Project): Problem[] {
  const { consuming, builder, image, deliveries } = expectation;
  const { account, region } = consuming.value;
  const ofAccount = consumers.filter(({ value }) => value.account === account).map(({ consumer }) => consumer);
  // A role that is made elsewhere has permissions of elsewhere.
  const roleKeys = ofAccount.some(({ distributionRole }) => distributionRole) ? ofAccount.flatMap(keysOf) : undefined;
  const grantKeys = Object.values(consuming.consumer.from).flatMap(({ kmsKeys }) => kmsKeys);

  const sourceKeys = homeKeys(image, readableImages(project), builder.value).map((each) =>
    keyIn(each, builder.value.account, builder.value.region),
  );
  for (const { copied, shared, target } of deliveries) {
    const targetKey = keyIn(target.kmsKey ?? defaultKey(builder.value, region), builder.value.account, region);
    if (copied && roleKeys !== undefined) {
      // A key of the account itself may let the role in by its own policy.
      if (lacks(roleKeys, targetKey) && targetKey?.account !== account)
        return [report(copyKeyUnlisted, expectation, `copies of "${image}" are encrypted with ${shown(targetKey)}`)];
      const sourceKey = sourceKeys.find((each) => lacks(roleKeys, each));
      if (sourceKey !== undefined)
        return [
          report(
            sharedKeyUnlisted,
            expectation,
            `copies of "${image}" are made from what ${shown(sourceKey)} encrypts`,
          ),
        ];
    }
    const sharedKeys = target.region === builder.value.region ? sourceKeys : [targetKey];
    const unlisted = sharedKeys.find((each) => lacks(grantKeys, each));
    if (shared === "yes" && consuming.consumer.keyUsers.length > 0 && unlisted !== undefined)
      return [
        report(sharedKeyUnlisted, expectation, `key users cannot launch "${image}", encrypted with ${shown(unlisted)}`),
      ];
  }
  return [];
}

interface KeyOfBuilder {
  readonly account: string;
  readonly region: string;
  /** Where it is known: not of an alias, nor of a key that is yet to be made. */
  readonly arn?: string;
}

function keyIn(given: KmsKey | undefined, account: string, region: string): KeyOfBuilder | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== "string") return { account, region };
  const { account: owner = "", region: ownRegion = "" } = parseArn(given) ?? {};
  return { account: owner, region: ownRegion, arn: given.includes(":key/") ? given : undefined };
}

function lacks(listed: readonly string[], wanted: KeyOfBuilder | undefined): boolean {
  if (wanted === undefined) return false;
  if (wanted.arn !== undefined) return !listed.includes(wanted.arn);
  return !listed.some((arn) => arn.includes(`:kms:${wanted.region}:${wanted.account}:`));
}

function shown(wanted: KeyOfBuilder | undefined): string {
  if (wanted?.arn !== undefined) return `"${wanted.arn}"`;
  return `a key of account "${wanted?.account ?? ""}" in "${wanted?.region ?? ""}"`;
}

function report(rule: Rule, { consuming, builder }: Expectation, what: string): Problem {
  const from = ["consumer", "from", builder.name];
  const written = (consuming.consumer.from[builder.name]?.kmsKeys.length ?? 0) > 0;
  const at = consuming.source.locateKey(written ? [...from, "kmsKeys"] : from);
  const fix = `add the ARN of the key to consumer.from.${builder.name}.kmsKeys`;
  return problemOf(rule, consuming.source.file, at, `${what}, which is not listed`, fix);
}

function checkListed({ source, value, consumer }: Consuming, project: Project): Problem[] {
  const { account, region } = value;
  const elsewhere = (path: readonly (string | number)[], arn: string, fix: string) => {
    const { account: owner = "", region: ownRegion = "" } = parseArn(arn) ?? {};
    const message = `"${arn}" is a key of account "${owner}" in "${ownRegion}"`;
    return problemOf(keyElsewhere, source.file, source.locate(path), message, fix);
  };
  const own = consumer.kmsKeys.flatMap((arn, index) =>
    arn.includes(`:kms:${region}:${account}:`)
      ? []
      : [
          elsewhere(
            ["consumer", "kmsKeys", index],
            arn,
            `write a key of account "${account}" in "${region}"; others belong to from`,
          ),
        ],
  );
  const others = Object.entries(consumer.from).flatMap(([from, { kmsKeys }]) => {
    const regions = [region, project.environments.get(from)?.value?.region ?? region];
    return kmsKeys.flatMap((arn, index) => {
      const owner = parseArn(arn);
      if (owner?.account !== account && regions.includes(owner?.region ?? "")) return [];
      const fix = `write a key of environment "${from}" in "${region}"; keys of this account belong to consumer.kmsKeys`;
      return [elsewhere(["consumer", "from", from, "kmsKeys", index], arn, fix)];
    });
  });
  const users = consumer.keyUsers.flatMap((arn, index) => {
    if (parseArn(arn)?.account === account) return [];
    const at = source.locate(["consumer", "keyUsers", index]);
    const message = `"${arn}" is a role of another account than "${account}"`;
    return [problemOf(keyUserAccount, source.file, at, message, `write the role of account "${account}"`)];
  });
  return [...own, ...others, ...users];
}
