import { DescribeKeyCommand, type KeyMetadata } from "@aws-sdk/client-kms";

import { parseArn } from "../../aws/arn";
import { builtIn } from "../../factory/built";
import type { Problem } from "../../problems/problem";
import type { YamlPath } from "../../problems/yaml-source";
import { troubleOf } from "../aws/trouble";
import type { AccountCheck } from "./account-check";
import { ifExists } from "../aws/exists";

/** Each KMS key that the environment and its images and containers name by `kmsKey` is there, enabled, and for encryption. */
export async function checkKeys(check: AccountCheck): Promise<Problem[]> {
  const { environment, factory, project, inEnvironment, inDefinition } = check;
  const found = await Promise.all([
    ...keysIn(environment.value).map(async ({ path, key }) =>
      keyProblem(check, key, (finding) => inEnvironment(path, finding)),
    ),
    ...builtIn(factory).flatMap((built) =>
      keysIn(project[`${built.kind}s`].get(built.name)?.value).map(async ({ path, key }) =>
        keyProblem(check, key, (finding) => inDefinition(built, path, finding)),
      ),
    ),
  ]);
  return found.flat();
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

type Finding = Parameters<AccountCheck["inEnvironment"]>[1];

async function keyProblem(
  { connection }: AccountCheck,
  arn: string,
  problem: (finding: Finding) => Problem,
): Promise<Problem[]> {
  const { region, account } = parseArn(arn) ?? {};
  try {
    const known = await ifExists(async () => connection.kms(region).send(new DescribeKeyCommand({ KeyId: arn })));
    if (known === undefined)
      return [
        problem({
          code: "account-key-missing",
          message: `there is no KMS key "${arn}"`,
          fix: "name a key that exists, or have one created with encryption: { create: true }",
        }),
      ];
    const why = unusable(known.KeyMetadata);
    if (why === undefined) return [];
    return [
      problem({
        code: "account-key-unusable",
        message: `KMS key "${arn}" ${why}`,
        fix: "enable it, or name a symmetric key for encryption",
      }),
    ];
  } catch (error) {
    // A key of another account is often there to be used, and not to be looked at.
    if (troubleOf(error) === "denied" && account !== connection.place.account) return [];
    throw error;
  }
}

/** Source: EBS User Guide, "Requirements for Amazon EBS encryption": symmetric encryption keys alone; KMS Developer Guide, "Key states". */
function unusable({ KeyState: state, KeyUsage: usage, KeySpec: spec }: Partial<KeyMetadata> = {}): string | undefined {
  if (state !== undefined && state !== "Enabled") return `is ${state}, so nothing can be encrypted with it`;
  if (usage !== undefined && usage !== "ENCRYPT_DECRYPT") return `is for ${usage}, not for encryption`;
  if (spec !== undefined && spec !== "SYMMETRIC_DEFAULT") return `is not symmetric, but ${spec}`;
  return undefined;
}
