import { DocumentBucket } from "../../src/constructs/document-bucket";
import { resourcesOf } from "../helpers/synthesised";

const name = "ec2imagebuilder-123456789012-us-east-1";
const created = resourcesOf(
  (stack) => new DocumentBucket(stack, "documents", { bucket: { name, create: true }, partition: "aws" }),
);

test("a created bucket is versioned, encrypted and private", () => {
  expect(created.aws_s3_bucket_versioning?.documents).toMatchObject({
    versioning_configuration: { status: "Enabled" },
  });
  expect(created.aws_s3_bucket_server_side_encryption_configuration?.documents).toMatchObject({
    rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
  });
  expect(created.aws_s3_bucket_public_access_block?.documents).toMatchObject({
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  expect(created.aws_s3_bucket_ownership_controls?.documents).toMatchObject({
    rule: { object_ownership: "BucketOwnerEnforced" },
  });
});

test("a created bucket may be destroyed: Terraform takes away first what it has put there", () => {
  expect(created.aws_s3_bucket).toEqual({ documents: { bucket: name } });
});

test("a created bucket refuses plain HTTP", () => {
  const policy = JSON.parse(String(created.aws_s3_bucket_policy?.documents?.policy)) as { Statement: unknown[] };
  expect(policy.Statement).toEqual([
    {
      Sid: "DenyPlainHttp",
      Effect: "Deny",
      Principal: "*",
      Action: "S3:*",
      Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
});

test("a given bucket is left alone", () => {
  expect(
    resourcesOf(
      (stack) => new DocumentBucket(stack, "documents", { bucket: { name: "ours", create: false }, partition: "aws" }),
    ),
  ).toEqual({});
});

test("a created bucket has the key, the access logs and the end that are asked for", () => {
  const kmsKey = "arn:aws:kms:us-east-1:123456789012:alias/files";
  const bucket = { name, create: true, kmsKey, accessLogs: { bucket: "access", prefix: "files/" }, forceDestroy: true };
  const resources = resourcesOf((stack) => new DocumentBucket(stack, "documents", { bucket, partition: "aws" }));
  expect(resources.aws_s3_bucket).toEqual({ documents: { bucket: name, force_destroy: true } });
  expect(resources.aws_s3_bucket_server_side_encryption_configuration?.documents?.rule).toEqual([
    {
      apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: kmsKey },
      bucket_key_enabled: true,
    },
  ]);
  expect(resources.aws_s3_bucket_logging).toEqual({
    documents: { bucket: "${aws_s3_bucket.documents.id}", target_bucket: "access", target_prefix: "files/" },
  });
});
