import { DescribeLaunchTemplatesCommand } from "@aws-sdk/client-ec2";
import { GetInstanceProfileCommand, GetRoleCommand } from "@aws-sdk/client-iam";
import { HeadBucketCommand } from "@aws-sdk/client-s3";

import { parseArn } from "../../aws/arn";
import { writtenTargets } from "../../factory/written-builds";
import type { YamlPath } from "../../problems/yaml-source";
import { readPolicy } from "../../review/policies/policy";
import { complete } from "../aws/complete";
import { failureOf, ifExists } from "../aws/exists";
import type { AccountCheck } from "./account-check";

/** Checks that everything exists that the environment names but does not create: instance profile, roles, buckets, launch templates. */
export async function checkReferences(check: AccountCheck): Promise<void> {
  const { build, executionRole, lifecycleRole, documents } = check.environment.value;
  const { instanceProfile: profile, logs } = build;
  await Promise.all([
    profile.create === true ? undefined : checkProfile(check, profile.name),
    checkRole(check, ["executionRole", "arn"], executionRole.arn),
    checkRole(check, ["lifecycleRole", "arn"], lifecycleRole.arn),
    documents.create === true ? undefined : checkBucket(check, ["documents", "bucket"], documents.bucket),
    logs === undefined || logs.create === true
      ? undefined
      : checkBucket(check, ["build", "logs", "bucket"], logs.bucket),
    checkLaunchTemplates(check),
  ]);
}

async function checkProfile({ connection, inEnvironment }: AccountCheck, name: string | undefined): Promise<void> {
  if (name === undefined) return;
  const path = ["build", "instanceProfile", "name"];
  const known = await ifExists(async () =>
    connection.iam.send(new GetInstanceProfileCommand({ InstanceProfileName: name })),
  );
  if (known === undefined)
    inEnvironment(path, {
      code: "account-profile-missing",
      message: `there is no instance profile "${name}" in account ${connection.place.account}`,
      fix: "name one that exists, or have it created with create: true",
    });
  else if ((known.InstanceProfile?.Roles ?? []).length === 0)
    inEnvironment(path, {
      code: "account-profile-empty",
      message: `instance profile "${name}" has no role, so the build instance may not do anything`,
      fix: "add a role with EC2InstanceProfileForImageBuilder and AmazonSSMManagedInstanceCore to it",
    });
}

async function checkRole(
  { connection, inEnvironment }: AccountCheck,
  path: YamlPath,
  arn: string | undefined,
): Promise<void> {
  const name = arn?.split("/").at(-1);
  // A role of another account cannot be read.
  if (arn === undefined || name === undefined || parseArn(arn)?.account !== connection.place.account) return;
  const known = await ifExists(async () => connection.iam.send(new GetRoleCommand({ RoleName: name })));
  const role = known && complete(complete(known, "Role").Role, "AssumeRolePolicyDocument");
  if (role === undefined)
    inEnvironment(path, {
      code: "account-role-missing",
      message: `there is no role "${name}" in account ${connection.place.account}`,
      fix: "name a role that exists, or have it created with create: true",
    });
  else if (!trustsImageBuilder(decodeURIComponent(role.AssumeRolePolicyDocument)))
    inEnvironment(path, {
      code: "account-role-untrusting",
      message: `role "${name}" does not let imagebuilder.amazonaws.com assume it`,
      fix: "allow imagebuilder.amazonaws.com to call sts:AssumeRole in its trust policy",
    });
}

/** Checks whether a trust policy allows Image Builder to assume the role. Ignores conditions. */
function trustsImageBuilder(policy: string): boolean {
  return (readPolicy(policy)?.statements ?? []).some(
    ({ effect, actions, principals }) =>
      effect === "Allow" &&
      !actions.not &&
      actions.patterns.some((action) => /^(\*|sts:\*|sts:AssumeRole)$/i.test(action)) &&
      !principals.not &&
      principals.patterns.some((principal) => /^Service:imagebuilder\.amazonaws\.com(\.cn)?$/.test(principal)),
  );
}

async function checkBucket(
  { connection, inEnvironment }: AccountCheck,
  path: YamlPath,
  name: string | undefined,
): Promise<void> {
  if (name === undefined) return;
  const failure = await failureOf(
    async () => connection.s3.send(new HeadBucketCommand({ Bucket: name })),
    ["missing", "denied"],
  );
  if (failure === "missing")
    inEnvironment(path, {
      code: "account-bucket-missing",
      message: `there is no bucket "${name}"`,
      fix: "name one that exists, or have it created with create: true",
    });
  if (failure === "denied")
    inEnvironment(path, {
      code: "account-bucket-denied",
      message: `these credentials may not read bucket "${name}"`,
      fix: "allow s3:ListBucket on it",
    });
}

async function checkLaunchTemplates({ connection, environment, inEnvironment }: AccountCheck): Promise<void> {
  for (const { target, path } of writtenTargets(environment.value)) {
    const { region, launchTemplates: templates } = target;
    for (const [index, { id, account }] of templates.entries()) {
      if (account !== undefined && account !== connection.place.account) continue;
      const known = await ifExists(async () =>
        connection.ec2(region).send(new DescribeLaunchTemplatesCommand({ LaunchTemplateIds: [id] })),
      );
      if ((known?.LaunchTemplates ?? []).length === 0)
        inEnvironment([...path, "launchTemplates", index, "id"], {
          code: "account-launch-template-missing",
          message: `there is no launch template "${id}" in account ${connection.place.account}, ${region}`,
          fix: "name one of this account and region; the build would fail at its end",
        });
    }
  }
}
