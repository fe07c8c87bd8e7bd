import { managedImageNames } from "../../aws/managed-images";
import { regionFix } from "../../checks/regions/region-names";
import { bucketName, securityGroupId, subnetId, vpcId } from "../../definitions/schema/common";
import { listOf, writeOneOf } from "../../problems/suggest";

/** The answers from which a new project is created. */
export interface Answers {
  readonly account: string;
  readonly region: string;
  /** Id of the subnet; undefined for the default VPC of the account. */
  readonly subnet?: string;
  readonly securityGroup?: string;
  readonly vpc?: string;
  /** Operating system: one of the managed images, e.g. `amazon-linux-2023`. */
  readonly os: string;
  /** Name of the bucket for Terraform's state; undefined for a state on this disk. */
  readonly stateBucket?: string;
}

export type Question = keyof Answers;

/** A question, its default and the check of its answer. */
export interface Asked {
  readonly text: string;
  /** Default answer; "" for no answer. */
  readonly fallback: string;
  /** Returns why an answer is not allowed, as part of a sentence, or undefined. */
  readonly fault: (answer: string) => string | undefined;
}

/** The account of AWS's own examples. It is used if the user names none. */
export const exampleAccount = "111122223333";

export const questions: Readonly<Record<Question, Asked>> = {
  account: {
    text: "AWS account that builds the images (12 digits)",
    fallback: exampleAccount,
    fault: (answer) => (/^\d{12}$/.test(answer) ? undefined : "it must be 12 digits"),
  },
  region: { text: "Region", fallback: "us-east-1", fault: regionFix },
  subnet: {
    text: "Subnet of the build instances (empty: the default VPC)",
    fallback: "",
    fault: faultOf(subnetId, "subnet- and 8 or 17 hexadecimal digits"),
  },
  securityGroup: {
    text: "Security group of the build instances (empty: one without ingress is created)",
    fallback: "",
    fault: faultOf(securityGroupId, "sg- and 8 or 17 hexadecimal digits"),
  },
  vpc: {
    text: "VPC of that subnet, for the security group",
    fallback: "",
    fault: faultOf(vpcId, "vpc- and 8 or 17 hexadecimal digits"),
  },
  os: {
    text: `Operating system (${managedImageNames.slice(0, 6).join(", ")}, …)`,
    fallback: "amazon-linux-2023",
    fault: (answer) =>
      (managedImageNames as readonly string[]).includes(answer) ? undefined : writeOneOf(answer, managedImageNames),
  },
  stateBucket: {
    text: "S3 bucket of Terraform's state (empty: a file on this disk)",
    fallback: "",
    fault: faultOf(bucketName, "the name of a bucket"),
  },
};

/** Returns what is missing or contradictory in the answers, or undefined if they fit together. */
export function contradiction({ subnet: given, securityGroup, vpc: ofSubnet }: Answers): string | undefined {
  if (securityGroup !== undefined && ofSubnet !== undefined)
    return `${listOf(["--security-group", "--vpc"])} exclude each other: give the security group, or the VPC to create one in`;
  if (given === undefined && (securityGroup !== undefined || ofSubnet !== undefined))
    return "--security-group and --vpc need the --subnet that they belong to";
  if (given !== undefined && securityGroup === undefined && ofSubnet === undefined)
    return "--subnet needs --security-group, or --vpc to create one in";
  return undefined;
}

function faultOf(
  schema: { readonly safeParse: (value: unknown) => { readonly success: boolean } },
  shape: string,
): (answer: string) => string | undefined {
  return (answer) => (schema.safeParse(answer).success ? undefined : `it must be ${shape}`);
}
