import { parseArn } from "../../aws/arn";
import { keysOf } from "../../factory/resolve-consumer";
import { defaultKey } from "../../factory/resolve-keys";
import type { KmsKey } from "../../model/recipe";
import type { CheckContext } from "../context/check-context";
import type { Expectation } from "../context/consumers";
import type { LocalReport } from "../report";
import { homeKeys } from "../volumes/volume-keys";

/** The first key that an expected image needs but its consumer does not list. */
interface UnlistedKey {
  readonly of: "copy" | "shared";
  /** Start of the message: what the key is needed for, and which key it is. */
  readonly what: string;
}

/** Reports the key of a copy or of shared snapshots that a consumer does not list. */
export function reportUnlisted(
  of: UnlistedKey["of"],
  expectation: Expectation,
  context: CheckContext,
  report: LocalReport,
): void {
  const unlisted = unlistedKey(expectation, context);
  if (unlisted?.of !== of) return;
  const { consuming, builder } = expectation;
  const from = ["consumer", "from", builder.name];
  const isWritten = (consuming.consumer.from[builder.name]?.kmsKeys.length ?? 0) > 0;
  const fix = `add the ARN of the key to consumer.from.${builder.name}.kmsKeys`;
  report({ key: isWritten ? [...from, "kmsKeys"] : from }, `${unlisted.what}, which is not listed`, fix);
}

function unlistedKey(
  { consuming, builder, image, deliveries }: Expectation,
  { consumers, images }: CheckContext,
): UnlistedKey | undefined {
  const { account, region } = consuming.value;
  const ofAccount = consumers.filter(({ value }) => value.account === account).map(({ consumer }) => consumer);
  // The permissions of a role that is created elsewhere are unknown.
  const roleKeys = ofAccount.some(({ distributionRole }) => distributionRole) ? ofAccount.flatMap(keysOf) : undefined;
  const grantKeys = Object.values(consuming.consumer.from).flatMap(({ kmsKeys }) => kmsKeys);
  const sourceKeys = homeKeys(image, images, builder.value).flatMap((each) =>
    keyIn(each, builder.value.account, builder.value.region),
  );
  for (const { copied, shared, target } of deliveries) {
    const targetKeys = keyIn(target.kmsKey ?? defaultKey(builder.value, region), builder.value.account, region);
    if (copied && roleKeys !== undefined) {
      // The policy of a key in the consumer's own account may allow access to the role.
      const targetKey = targetKeys.find((each) => lacks(roleKeys, each) && each.account !== account);
      if (targetKey !== undefined)
        return { of: "copy", what: `copies of "${image}" are encrypted with ${shown(targetKey)}` };
      const sourceKey = sourceKeys.find((each) => lacks(roleKeys, each));
      if (sourceKey !== undefined)
        return { of: "shared", what: `copies of "${image}" are created from what ${shown(sourceKey)} encrypts` };
    }
    const sharedKeys = target.region === builder.value.region ? sourceKeys : targetKeys;
    const unlisted = sharedKeys.find((each) => lacks(grantKeys, each));
    if (shared === "yes" && consuming.consumer.keyUsers.length > 0 && unlisted !== undefined)
      return { of: "shared", what: `key users cannot launch "${image}", encrypted with ${shown(unlisted)}` };
  }
  return undefined;
}

interface KeyOfBuilder {
  readonly account: string;
  readonly region: string;
  /** ARN of the key; undefined for an alias or a key that is yet to be created. */
  readonly arn?: string;
}

/** Returns the key, or none if the default key of the account is used. */
function keyIn(given: KmsKey | undefined, account: string, region: string): KeyOfBuilder[] {
  if (given === undefined) return [];
  if (typeof given !== "string") return [{ account, region }];
  const written = parseArn(given);
  return written === undefined ? [] : [{ ...written, arn: given.includes(":key/") ? given : undefined }];
}

function lacks(listed: readonly string[], wanted: KeyOfBuilder): boolean {
  if (wanted.arn !== undefined) return !listed.includes(wanted.arn);
  return !listed.some((arn) => arn.includes(`:kms:${wanted.region}:${wanted.account}:`));
}

function shown({ account, region, arn }: KeyOfBuilder): string {
  return arn === undefined ? `a key of account "${account}" in "${region}"` : `"${arn}"`;
}
