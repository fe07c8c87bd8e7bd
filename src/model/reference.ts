import { parseArn } from "../aws/arn";
import type { Place } from "../aws/place";

type Type = "component" | "image" | `workflow/${"build" | "test" | "distribution"}`;

/** A component, image or workflow that AWS manages, in the region where it is used. */
export interface AwsReference {
  readonly from: "aws";
  readonly type: Type;
  readonly name: string;
  /** Can contain wildcards: `x.x.x` is the newest version. */
  readonly version: string;
}

/** A component, image or workflow in the account that uses it. */
export interface OwnReference {
  readonly from: "own";
  readonly type: Type;
  /** Name in the form that ARNs contain. */
  readonly name: string;
  readonly version: string;
}

/** A component, image or workflow by its ARN, exactly as the user wrote the ARN. */
export interface ArnReference {
  readonly from: "arn";
  readonly arn: string;
}

/** A component, image or workflow of Image Builder. Its ARN depends on the place (partition, region and account). */
export type Reference = AwsReference | OwnReference | ArnReference;

/** Returns the ARN of a reference in the place of an environment. */
export function arnOf(reference: Reference, { partition, region, account }: Place): string {
  if (reference.from === "arn") return reference.arn;
  const owner = reference.from === "aws" ? "aws" : account;
  return `arn:${partition}:imagebuilder:${region}:${owner}:${resourceIn(reference)}`;
}

/**
 * Returns a text that is equal in all accounts and regions for the same reference: `own:image/base/x.x.x`, `aws:component/update-linux/x.x.x`.
 * An ARN of another place stays an ARN. Digests of recipes contain this text, so its format must never change.
 */
export function withoutPlace(reference: Reference, { partition, region, account }: Place): string {
  if (reference.from !== "arn") return `${reference.from}:${resourceIn(reference)}`;
  const arn = parseArn(reference.arn);
  const isHere = arn?.service === "imagebuilder" && arn.partition === partition && arn.region === region;
  return isHere ? `${arn.account === account ? "own" : arn.account}:${arn.resource}` : reference.arn;
}

/** Returns the owner and name, such as `aws/update-linux`, and the version, such as `x.x.x`. */
export function ownerAndName(reference: AwsReference | ArnReference): {
  readonly name: string;
  readonly version: string;
} {
  if (reference.from === "aws") return { name: `aws/${reference.name}`, version: reference.version };
  const { account = "", resource = "" } = parseArn(reference.arn) ?? {};
  const [, name = "", version = ""] = resource.split("/");
  return { name: `${account}/${name}`, version };
}

function resourceIn({ type, name, version }: AwsReference | OwnReference): string {
  return `${type}/${name}/${version}`;
}
