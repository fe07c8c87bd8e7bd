import type { Distribution } from "../../definitions/schema/distribution";
import { defaultKey } from "../../factory/resolve-keys";
import type { YamlPath } from "../../problems/yaml-source";
import type { CheckContext } from "../context/check-context";
import type { Target } from "../context/environments";
import type { RelativeLocation } from "../report";
import { encryptedVolumes, isAwsKey } from "../volumes/volume-keys";
import { copyKey } from "./copy-key";

/** Sharing that does not work, either because an AWS managed key is set or because no key is set. */
export interface SharingFault {
  readonly of: "aws-key" | "no-key";
  readonly place: RelativeLocation;
  readonly message: string;
  readonly fix: string;
}

/** Returns the faults of the keys of a shared AMI. If wrong keys are set, missing keys are not reported. */
export function sharingFaults(
  { image, target, path, environment: { value } }: Target,
  { images, project }: CheckContext,
): SharingFault[] {
  const isHome = target.region === value.region;
  const sharing = sharingPath(target);
  if (sharing === undefined) return [];
  const volumes = encryptedVolumes(image, images, value);
  const awsKey = (
    place: RelativeLocation,
    key: string,
    fix = "write a key of your own in that region",
  ): SharingFault => {
    const message = `"${image}" is shared with the key "${key}", which no other account can use`;
    return { of: "aws-key", place, message, fix };
  };
  const isCopied = !isHome || target.copyTo !== undefined;
  if (isCopied && target.kmsKey !== undefined && isAwsKey(target.kmsKey))
    return [awsKey([...path, "kmsKey"], target.kmsKey)];
  const byDefault = volumes.some(({ kmsKey }) => kmsKey === undefined);
  const ofAll = value.encryption?.kmsKey;
  if (isHome && byDefault && ofAll !== undefined && isAwsKey(ofAll)) return [awsKey(["encryption", "kmsKey"], ofAll)];
  const ofVolumes = volumes.flatMap(({ image: owner, index, kmsKey }) => {
    const source = project.images.get(owner)?.source;
    if (source === undefined || index === undefined || kmsKey === undefined || !isAwsKey(kmsKey)) return [];
    return [awsKey({ source, path: ["volumes", index, "kmsKey"] }, kmsKey, "write a key of your own")];
  });
  if (ofVolumes.length > 0) return ofVolumes;
  const lacksKey = isHome
    ? byDefault && defaultKey(value) === undefined
    : volumes.length > 0 && copyKey(value, target) === undefined;
  if (!lacksKey) return [];
  const message = `"${image}" is shared in "${target.region}" with volumes encrypted by a key of AWS, which no other account can use`;
  const fix = isHome
    ? "add encryption.kmsKey with a key of your own"
    : "add kmsKey with a key of your own in that region";
  return [{ of: "no-key", place: { key: [...path, ...sharing] }, message, fix }];
}

/** Returns the path, below a distribution, of the setting that shares or copies the AMI; undefined if there is none. */
function sharingPath({ share, copyTo }: Distribution): YamlPath | undefined {
  if (copyTo !== undefined) return ["copyTo"];
  const key = (["accounts", "organizations", "organizationalUnits"] as const).find((each) => share[each].length > 0);
  return key && ["share", key];
}
