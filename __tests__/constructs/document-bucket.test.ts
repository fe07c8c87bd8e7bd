import { DocumentBucket, type DocumentBucketProps } from "../../src/constructs/document-bucket";
import { resourcesOf } from "../helpers/synthesised";

const name = "ec2imagebuilder-123456789012-us-east-1";
const bucketWith = (more: Partial<DocumentBucketProps["bucket"]> = {}) =>
  resourcesOf((stack) => {
    const bucket = { name, create: true, ...more };
    const { settings } = new DocumentBucket(stack, "documents", { bucket, partition: "aws" });
    stack.addOverride("resource.a_test.after", { wait_for: settings.map((each) => each.fqn) });
  });

test("a created bucket is versioned and protected before documents are written", () => {
  const { aws_s3_bucket_versioning: versioning, a_test: after } = bucketWith();
  expect(versioning).toEqual({
    documents: { bucket: "${aws_s3_bucket.documents.id}", versioning_configuration: { status: "Enabled" } },
  });
  expect(after).toEqual({
    after: { wait_for: ["${aws_s3_bucket_versioning.documents}", "${aws_s3_bucket_policy.documents}"] },
  });
});

test("a created bucket has only the protections that are listed", () => {
  expect(Object.keys(bucketWith({ protection: ["policy"] }))).toEqual([
    "a_test",
    "aws_s3_bucket",
    "aws_s3_bucket_policy",
  ]);
  expect(Object.keys(bucketWith({ protection: ["versioning"] }))).toEqual([
    "a_test",
    "aws_s3_bucket",
    "aws_s3_bucket_versioning",
  ]);
});

test("a created bucket may be destroyed: Terraform takes away first what it has put there", () => {
  expect(bucketWith().aws_s3_bucket).toEqual({ documents: { bucket: name } });
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
  const resources = bucketWith({ kmsKey, accessLogs: { bucket: "access", prefix: "files/" }, forceDestroy: true });
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
