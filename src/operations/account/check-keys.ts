import { DescribeKeyCommand, type KeyMetadata } from "@aws-sdk/client-kms";

import { parseArn } from "../../aws/arn";
import { builtIn } from "../../factory/built";
import type { YamlPath } from "../../problems/yaml-source";
import { ifExists } from "../aws/exists";
import { troubleOf } from "../aws/trouble";
import type { AccountCheck, Finding } from "./account-check";

/** Checks that each KMS key that `kmsKey` names in the environment, its images and containers exists, is enabled, and can encrypt. */
export async function checkKeys(check: AccountCheck): Promise<void> {
  const { environment, factory, project, inEnvironment, inDefinition } = check;
  const files = [
    { value: environment.value, report: inEnvironment },
    ...builtIn(factory).map((built) => ({
      value: project[`${built.kind}s`].get(built.name)?.value,
      report: inDefinition(built),
    })),
  ];
  await Promise.all(
    files.flatMap(({ value, report }) =>
      keysIn(value).map(async ({ path, key }) => {
        const fault = await faultOf(check, key);
        if (fault !== undefined) report(path, fault);
      }),
    ),
  );
}

interface NamedKey {
  readonly path: YamlPath;
  /** ARN of a key or of an alias. */
  readonly key: string;
}

function keysIn(value: unknown, path: YamlPath = []): NamedKey[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    return name === "kmsKey" && typeof each === "string" ? [{ path: here, key: each }] : keysIn(each, here);
  });
}

/** Returns what is wrong with a key, or undefined if it can be used. */
async function faultOf({ connection }: AccountCheck, arn: string): Promise<Finding | undefined> {
  const { region, account } = parseArn(arn) ?? {};
  try {
    const known = await ifExists(async () => connection.kms(region).send(new DescribeKeyCommand({ KeyId: arn })));
    if (known === undefined)
      return {
        code: "account-key-missing",
        message: `there is no KMS key "${arn}"`,
        fix: "name a key that exists, or have one created with encryption: { create: true }",
      };
    const why = unusable(known.KeyMetadata);
    return why === undefined
      ? undefined
      : {
          code: "account-key-unusable",
          message: `KMS key "${arn}" ${why}`,
          fix: "enable it, or name a symmetric key for encryption",
        };
  } catch (error) {
    // A key of another account can often be used even if it cannot be described.
    if (troubleOf(error) === "denied" && account !== connection.place.account) return undefined;
    throw error;
  }
}

/** Source: EBS User Guide, "Requirements for Amazon EBS encryption": only symmetric encryption keys; KMS Developer Guide, "Key states". */
function unusable({ KeyState: state, KeyUsage: usage, KeySpec: spec }: Partial<KeyMetadata> = {}): string | undefined {
  if (state !== undefined && state !== "Enabled") return `is ${state}, so nothing can be encrypted with it`;
  if (usage !== undefined && usage !== "ENCRYPT_DECRYPT") return `is for ${usage}, not for encryption`;
  if (spec !== undefined && spec !== "SYMMETRIC_DEFAULT") return `is not symmetric, but ${spec}`;
  return undefined;
}
