import { z } from "zod";

import { type ArnShape, arnShapes } from "../../aws/arn-shapes";
import { maxParameterName, maxText } from "../../aws/limits";
import { architectures, platforms } from "../../aws/platform";
import { partitions } from "../../aws/regions";
import { resourceNamePattern, resourceNameShape } from "../../aws/resource-name";
import { maxTags, maxTagValue, tagKeyPattern, tagKeyShape } from "../../aws/tags";
import { MAX_NODE } from "../../versions/version";
import { atMost } from "./at-most";

/** The name of an image, container or lifecycle policy, and of the AWS resources that are named after it. */
export const name = z.string().regex(resourceNamePattern, resourceNameShape);

/** The name of an environment, which is also the name of its stack and of a folder. Not used for AWS resources. */
export const environmentName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,125}$/,
    "1 to 126 letters, digits, hyphens and underscores, a letter or digit first",
  );

/** Matches the version of a reference: exact, or with x for the last numbers. Source: Image Builder User Guide, semantic versioning. */
const versionPattern = /^(\d+\.\d+\.\d+|\d+\.\d+\.x|\d+\.x\.x|x\.x\.x)$/;

/** Returns what is wrong with the version of a reference, to be appended to the version in a message; undefined if it is valid. */
export function versionFault(version: string): string | undefined {
  if (!versionPattern.test(version)) return "is not three numbers; after an x, only x may follow";
  return version.split(".").some((node) => Number(node) > MAX_NODE) ? `has a number above ${MAX_NODE}` : undefined;
}

/** Returns the schema for the version of a reference to a resource of AWS or of another account. */
export const versionReference = (example: string) =>
  z
    .string()
    .regex(versionPattern, `a version such as ${example}`)
    .refine((version) => !versionPattern.test(version) || versionFault(version) === undefined, {
      error: `a number of the version is above ${MAX_NODE}`,
      params: { fix: "write a version that exists" },
    });

export const platform = z.enum(platforms);
export const architecture = z.enum(architectures);

export const accountId = z.string().regex(/^[0-9]{12}$/, 'an account id: 12 digits in quotes, e.g. "123456789012"');
export const region = z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d$/, "an AWS region, e.g. us-east-1");
export const partition = z.enum(partitions);
/** Returns the schema for an ARN of one kind. */
export function arnLike({ pattern, shape }: ArnShape) {
  return z.string().regex(pattern, shape);
}

export const arn = arnLike(arnShapes.any);
export const kmsKeyArn = arnLike(arnShapes.keyOrAlias);
export const bucketName = z
  .string()
  .regex(
    /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)(?!.*(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    "a bucket name: 3 to 63 lower-case letters, digits, dots and hyphens, and nothing that S3 reserves",
  );
/** Name of an ECR repository. ECR API field CreateRepository.repositoryName. */
export const repositoryName = z
  .string()
  .regex(
    /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
    "the name of an ECR repository: 2 to 256 lower-case letters and digits, with . _ - / between them",
  )
  .min(2)
  .max(256);
/** Name of an IAM role. IAM API field CreateRole.RoleName. */
export const roleName = z
  .string()
  .regex(/^[\w+=,.@-]{1,64}$/, "the name of a role: 1 to 64 letters, digits and + = , . @ _ -");
export const instanceProfileName = z
  .string()
  .regex(/^[\w+=,.@-]{1,128}$/, "the name (not the ARN) of an instance profile");
/** ARN of a role. */
export const roleArn = arnLike(arnShapes.role);
/** Name of a launch template. EC2 API field CreateLaunchTemplate.LaunchTemplateName. */
export const launchTemplateName = z
  .string()
  .regex(/^[a-zA-Z0-9().\-/_]{3,128}$/, "the name of a launch template: 3 to 128 letters, digits and ( ) . - / _");
export const instanceType = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, "an instance type, e.g. t3.large");
export const availabilityZone = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d([a-z]|(-[a-z0-9]+)+)$/, "an Availability Zone, e.g. us-east-1a");
export const keyPairName = z.string().min(1).max(255);
/** Key prefix in S3. */
export const keyPrefix = z
  .string()
  .min(1)
  .max(maxText)
  .regex(/^[^/].*$/, "a prefix without a leading slash");
/** Key prefix of build logs. Source: API type S3Logs; the AWS provider sends `/` if a configuration has none. */
export const logPrefix = z.string().min(1).max(maxText);
export const subnetId = z
  .string()
  .regex(/^subnet-([0-9a-f]{8}|[0-9a-f]{17})$/, "a subnet id: subnet- and 8 or 17 hexadecimal digits");
export const securityGroupId = z
  .string()
  .regex(/^sg-([0-9a-f]{8}|[0-9a-f]{17})$/, "a security group id: sg- and 8 or 17 hexadecimal digits");
export const vpcId = z
  .string()
  .regex(/^vpc-([0-9a-f]{8}|[0-9a-f]{17})$/, "a VPC id: vpc- and 8 or 17 hexadecimal digits");
export const topicArn = arnLike(arnShapes.topic);
export const policyArns = z.array(arn).default([]);
export const description = z.string().min(1).max(maxText).describe("Free text, 1 to 1024 characters.");

/** Tags of a resource. See src/aws/tags.ts for what AWS allows. */
export const tags = z
  .record(z.string().regex(tagKeyPattern, tagKeyShape), z.string().max(maxTagValue))
  .superRefine(atMost(maxTags, "tags"));

/** Returns the schema of parameter values. Values are non-empty strings, because the provider drops empty ones. */
export const parametersOf = (owner: keyof typeof maxParameterName) =>
  z.record(z.string().min(1).max(maxParameterName[owner]), z.string().min(1));

/**
 * Refines a value so that no text in it looks like a placeholder of CDKTF. For use where no Terraform template can escape the text: a back
 * end does not allow templates, and the JSON of a policy cannot contain one.
 */
export function noPlaceholder(value: unknown, context: z.RefinementCtx, path: readonly (string | number)[] = []): void {
  if (typeof value === "string" && holdsPlaceholder(value)) {
    const params = { fix: "choose another name" };
    context.addIssue({
      code: "custom",
      path: [...path],
      params,
      message: "it holds a placeholder of CDKTF",
      input: value,
    });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) noPlaceholder(item, context, [...path, index]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) noPlaceholder(item, context, [...path, key]);
  }
}

/** Checks for `${TfToken[…]}` and similar text, and for numbers from -8.4e+298 to -8.1e+298. */
function holdsPlaceholder(text: string): boolean {
  const numbers = text.match(/-[-\d.+]*e[-\d.eE+]+/g) ?? [];
  return (
    /[$#&]\{TfToken\[/.test(text) || numbers.map(parseFloat).some((number) => number < -8.1e298 && number > -8.4e298)
  );
}
