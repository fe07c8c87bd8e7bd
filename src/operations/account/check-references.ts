import { DescribeLaunchTemplatesCommand } from "@aws-sdk/client-ec2";
import { GetInstanceProfileCommand, GetRoleCommand } from "@aws-sdk/client-iam";
import { HeadBucketCommand } from "@aws-sdk/client-s3";

import { parseArn } from "../../aws/arn";
import { writtenTargets } from "../../factory/written-builds";
import type { Problem } from "../../problems/problem";
import type { YamlPath } from "../../problems/yaml-source";
import { troubleOf } from "../aws/trouble";
import type { AccountCheck } from "./account-check";
import { ifExists } from "../aws/exists";

/** What the environment names and does not make is there: instance profile, roles, buckets, launch templates. */
export async function checkReferences(check: AccountCheck): Promise<Problem[]> {
  const { build, executionRole, lifecycleRole, documents } = check.environment.value;
  const problems = await Promise.all([
    build.instanceProfile.create === true ? [] : profile(check, build.instanceProfile.name),
    role(check, ["executionRole", "arn"], executionRole.arn),
    role(check, ["lifecycleRole", "arn"], lifecycleRole.arn),
    documents.create === true ? [] : bucket(check, ["documents", "bucket"], documents.bucket),
    build.logs === undefined || build.logs.create === true
      ? []
      : bucket(check, ["build", "logs", "bucket"], build.logs.bucket),
    launchTemplates(check),
  ]);
  return problems.flat();
}

async function profile({ connection, inEnvironment }: AccountCheck, name: string | undefined): Promise<Problem[]> {
  if (name === undefined) return [];
  const path = ["build", "instanceProfile", "name"];
  const known = await ifExists(async () =>
    connection.iam.send(new GetInstanceProfileCommand({ InstanceProfileName: name })),
  );
  if (known === undefined)
    return [
      inEnvironment(path, {
        code: "account-profile-missing",
        message: `there is no instance profile "${name}" in account ${connection.place.account}`,
        fix: "name one that exists, or have it created with create: true",
      }),
    ];
  if ((known.InstanceProfile?.Roles ?? []).length > 0) return [];
  return [
    inEnvironment(path, {
      code: "account-profile-empty",
      message: `instance profile "${name}" has no role, so the build instance may not do anything`,
      fix: "add a role with EC2InstanceProfileForImageBuilder and AmazonSSMManagedInstanceCore to it",
    }),
  ];
}

async function role(
  { connection, inEnvironment }: AccountCheck,
  path: YamlPath,
  arn: string | undefined,
): Promise<Problem[]> {
  const name = arn?.split("/").at(-1);
  // A role of another account cannot be looked at.
  if (arn === undefined || name === undefined || parseArn(arn)?.account !== connection.place.account) return [];
  const known = await ifExists(async () => connection.iam.send(new GetRoleCommand({ RoleName: name })));
  if (known === undefined)
    return [
      inEnvironment(path, {
        code: "account-role-missing",
        message: `there is no role "${name}" in account ${connection.place.account}`,
        fix: "name a role that exists, or have it created with create: true",
      }),
    ];
  if (trustsImageBuilder(decodeURIComponent(known.Role?.AssumeRolePolicyDocument ?? "{}"))) return [];
  return [
    inEnvironment(path, {
      code: "account-role-untrusting",
      message: `role "${name}" does not let imagebuilder.amazonaws.com assume it`,
      fix: "allow imagebuilder.amazonaws.com to call sts:AssumeRole in its trust policy",
    }),
  ];
}

interface Trust {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Principal?: string | { readonly Service?: string | readonly string[] };
}

/** Whether a trust policy allows it; conditions are not looked at. */
function trustsImageBuilder(policy: string): boolean {
  const { Statement: statements = [] } = JSON.parse(policy) as { Statement?: Trust | readonly Trust[] };
  return [statements].flat().some(({ Effect: effect, Action: actions = [], Principal: principal }) => {
    const services = typeof principal === "object" ? [principal.Service ?? []].flat() : [];
    const allowed = [actions].flat();
    return (
      effect === "Allow" &&
      allowed.some((action) => /^(\*|sts:\*|sts:AssumeRole)$/i.test(action)) &&
      services.some((service) => /^imagebuilder\.amazonaws\.com(\.cn)?$/.test(service))
    );
  });
}

async function bucket(
  { connection, inEnvironment }: AccountCheck,
  path: YamlPath,
  name: string | undefined,
): Promise<Problem[]> {
  if (name === undefined) return [];
  try {
    await connection.s3.send(new HeadBucketCommand({ Bucket: name }));
    return [];
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble !== "missing" && trouble !== "denied") throw error;
    return [
      inEnvironment(path, {
        code: trouble === "missing" ? "account-bucket-missing" : "account-bucket-denied",
        message:
          trouble === "missing" ? `there is no bucket "${name}"` : `these credentials may not read bucket "${name}"`,
        fix:
          trouble === "missing"
            ? "name one that exists, or have it created with create: true"
            : "allow s3:ListBucket on it",
      }),
    ];
  }
}

async function launchTemplates({ connection, environment, inEnvironment }: AccountCheck): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { target, path } of writtenTargets(environment.value)) {
    const { region, launchTemplates: templates } = target;
    for (const [index, { id, account }] of templates.entries()) {
      if (account !== undefined && account !== connection.place.account) continue;
      const known = await ifExists(async () =>
        connection.ec2(region).send(new DescribeLaunchTemplatesCommand({ LaunchTemplateIds: [id] })),
      );
      if ((known?.LaunchTemplates ?? []).length > 0) continue;
      problems.push(
        inEnvironment([...path, "launchTemplates", index, "id"], {
          code: "account-launch-template-missing",
          message: `there is no launch template "${id}" in account ${connection.place.account}, ${region}`,
          fix: "name one of this account and region; the build would fail at its end",
        }),
      );
    }
  }
  return problems;
}
