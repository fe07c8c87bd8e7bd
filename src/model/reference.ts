import { parseArn } from "../aws/arn";
import type { Place } from "../aws/place";

type Type = "component" | "image" | `workflow/${"build" | "test" | "distribution"}`;

/** What AWS manages, where it is used. */
export interface AwsReference {
  readonly from: "aws";
  readonly type: Type;
  readonly name: string;
  /** With x for what is open: `x.x.x` is the newest. */
  readonly version: string;
}

/** What is in the account that uses it. */
export interface OwnReference {
  readonly from: "own";
  readonly type: Type;
  /** As ARNs hold it. */
  readonly name: string;
  readonly version: string;
}

/** Whatever an ARN names, as the user wrote it. */
export interface ArnReference {
  readonly from: "arn";
  readonly arn: string;
}

/** A component, image or workflow of Image Builder. It has an ARN only in a place. */
export type Reference = AwsReference | OwnReference | ArnReference;

/** Its ARN, as an environment in this place uses it. */
export function arnOf(reference: Reference, { partition, region, account }: Place): string {
  if (reference.from === "arn") return reference.arn;
  const owner = reference.from === "aws" ? "aws" : account;
  return `arn:${partition}:imagebuilder:${region}:${owner}:${resourceIn(reference)}`;
}

/**
 * The same in every account and region where it means the same: `own:image/base/x.x.x`, `aws:component/update-linux/x.x.x`. An ARN of another
 * place stays an ARN. Digests of recipes hold this, so it may never change.
 */
export function withoutPlace(reference: Reference, { partition, region, account }: Place): string {
  if (reference.from !== "arn") return `${reference.from}:${resourceIn(reference)}`;
  const arn = parseArn(reference.arn);
  const isHere = arn?.service === "imagebuilder" && arn.partition === partition && arn.region === region;
  return isHere ? `${arn.account === account ? "own" : arn.account}:${arn.resource}` : reference.arn;
}

/** `aws/update-linux x.x.x`: whose it is, its name and its version. */
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
