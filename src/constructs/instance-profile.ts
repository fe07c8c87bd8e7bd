import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import { managedPolicyArn, policiesOfBuilds } from "../aws/managed-policies";
import type { Place } from "../aws/place";
import type { Partition } from "../aws/regions";
import { domainOf } from "../aws/service-names";
import { groupBy } from "../collections/group-by";
import type { DocumentsBucket } from "../factory/image-factory";
import { keysBelow, keysIn, s3Place } from "../factory/s3-place";
import { keyStatement } from "./key-statement";
import { allow, policyLiteral } from "./policy-document";
import { Role, type RoleSettings } from "./role";
import { literal } from "./terraform-literal";

export interface InstanceProfileProps {
  readonly name: string;
  readonly roleName: string;
  /** Settings of the role in the environment. */
  readonly settings?: RoleSettings;
  readonly place: Place;
  /** Bucket of the component documents. */
  readonly documents: Pick<DocumentsBucket, "name" | "prefix" | "kmsKey">;
  /** Buckets and prefixes of build logs. */
  readonly logs: readonly { readonly bucket: string; readonly prefix: string }[];
  /** ARN of the KMS key (or of its alias) of the log bucket, if the stack creates the bucket and it has a key. */
  readonly logsKey?: string;
  /** True if containers are built, which are pulled from and pushed to ECR. */
  readonly containers: boolean;
  /** ARNs of managed policies in addition to those that every build needs. */
  readonly policies: readonly string[];
  /** Additional S3 locations that components read: `bucket` or `bucket/folder`. */
  readonly read: readonly string[];
  /** Additional S3 locations that components write: `bucket` or `bucket/folder`. */
  readonly write: readonly string[];
}

/**
 * The role of build instances and the instance profile of the role.
 *
 * EC2InstanceProfileForImageBuilder does not include Systems Manager, hence AmazonSSMManagedInstanceCore. It allows reads only from buckets called
 * `ec2imagebuilder…` and no logs in S3, hence the inline policy. Containers need another managed policy.
 * Source: Image Builder User Guide, "Prerequisites" and "AWS managed policies".
 */
export class InstanceProfile extends Construct {
  readonly profileName: string;
  readonly roleArn: string;
  /** The policies of the role. Resources that use the profile must wait for them. */
  readonly permissions: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: InstanceProfileProps) {
    super(scope, id);
    const { place, containers } = props;
    const { partition } = place;
    const role = new Role(this, "role", {
      name: props.roleName,
      address: "build",
      settings: props.settings,
      description: "Build instances of EC2 Image Builder",
      trust: { service: `ec2.${domainOf(partition)}` },
      managedPolicies: [
        ...policiesOfBuilds(containers).map((policy) => managedPolicyArn(partition, policy)),
        ...props.policies,
      ],
      inlinePolicy: { name: "documents-and-logs", statements: statementsOf(props) },
    });
    const profile = new IamInstanceProfile(this, "resource", { name: literal(props.name), role: role.roleName });
    profile.overrideLogicalId("build");
    this.profileName = profile.name;
    this.roleArn = role.arn;
    this.permissions = [...role.permissions];
  }
}

function statementsOf(props: InstanceProfileProps): object[] {
  const { place, documents, logs, logsKey, read, write } = props;
  const { partition } = place;
  const inBucket = (bucket: string, keys: string) => `arn:${partition}:s3:::${bucket}/${policyLiteral(keys)}`;
  const placesOfLogs = logs.map(({ bucket, prefix }) => `${inBucket(bucket, keysBelow(prefix))}*`);
  return [
    allow(
      "ReadComponentDocuments",
      "s3:GetObject",
      `${inBucket(documents.name, keysIn(documents.prefix))}components/*`,
    ),
    ...(documents.kmsKey === undefined
      ? []
      : [keyStatement("UseKeyOfDocuments", ["kms:Decrypt"], documents.kmsKey, "s3", place)]),
    ...(placesOfLogs.length === 0 ? [] : [allow("WriteBuildLogs", "s3:PutObject", oneOrAll(placesOfLogs))]),
    // Multipart uploads also decrypt. Source: S3 User Guide, "Multipart upload API and permissions".
    ...(logsKey === undefined
      ? []
      : [keyStatement("UseKeyOfLogs", ["kms:Decrypt", "kms:GenerateDataKey*"], logsKey, "s3", place)]),
    ...readStatements(read, partition),
    ...(write.length === 0 ? [] : [allow("WriteFiles", "s3:PutObject", objectsOf(write, partition))]),
  ];
}

/** Returns a single ARN as a text and several ARNs as a list. */
function oneOrAll(arns: readonly string[]): string | readonly string[] {
  const [first, ...others] = arns;
  return first !== undefined && others.length === 0 ? first : arns;
}

/** Returns statements that allow reads, and lists, because a download of several objects lists them. Source: AWSTOE action modules, S3Download. */
function readStatements(places: readonly string[], partition: Partition): object[] {
  if (places.length === 0) return [];
  const foldersOf = [...groupBy(places.map(s3Place), ({ bucket }) => bucket)].map(
    ([bucket, within]) => [bucket, within.map(({ folder }) => folder)] as const,
  );
  return [
    allow("ReadFiles", "s3:GetObject", objectsOf(places, partition)),
    ...foldersOf.map(([bucket, folders], index) => {
      const prefixes = folders.flatMap((folder) => [policyLiteral(folder), `${policyLiteral(folder)}/*`]);
      const within = folders.includes("") ? undefined : { StringLike: { "s3:prefix": prefixes } };
      return allow(`ListFiles${index + 1}`, "s3:ListBucket", `arn:${partition}:s3:::${bucket}`, within);
    }),
  ];
}

function objectsOf(places: readonly string[], partition: Partition): string[] {
  return places.map(s3Place).flatMap(({ bucket, folder }) => {
    const arn = `arn:${partition}:s3:::${bucket}/`;
    return folder === "" ? [`${arn}*`] : [`${arn}${policyLiteral(folder)}`, `${arn}${policyLiteral(folder)}/*`];
  });
}
