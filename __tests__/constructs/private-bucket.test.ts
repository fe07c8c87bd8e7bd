import { PrivateBucket, type PrivateBucketProps } from "../../src/constructs/private-bucket";
import { resourcesOf } from "../helpers/synthesised";

const bucketWith = (bucket: Partial<PrivateBucketProps["bucket"]> = {}) =>
  resourcesOf((stack) => {
    const all = { name: "builds", create: true, ...bucket };
    const { settings } = new PrivateBucket(stack, "bucket", { bucket: all, address: "logs", partition: "aws-us-gov" });
    stack.addOverride("resource.a_test.after", { wait_for: settings.map((each) => each.fqn) });
  });

test("a bucket is encrypted, owned by its account, closed to the public and to plain HTTP", () => {
  const { aws_s3_bucket_policy: policies, ...resources } = bucketWith();
  const bucket = "${aws_s3_bucket.logs.id}";
  expect(resources).toEqual({
    aws_s3_bucket: { logs: { bucket: "builds" } },
    aws_s3_bucket_server_side_encryption_configuration: {
      logs: { bucket, rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }] },
    },
    aws_s3_bucket_ownership_controls: { logs: { bucket, rule: { object_ownership: "BucketOwnerEnforced" } } },
    aws_s3_bucket_public_access_block: {
      logs: {
        bucket,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    },
    a_test: { after: { wait_for: ["${aws_s3_bucket_policy.logs}"] } },
  });
  expect({ ...policies?.logs, policy: JSON.parse(String(policies?.logs?.policy)) as unknown }).toEqual({
    bucket,
    depends_on: [
      "aws_s3_bucket_server_side_encryption_configuration.logs",
      "aws_s3_bucket_ownership_controls.logs",
      "aws_s3_bucket_public_access_block.logs",
    ],
    policy: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyPlainHttp",
          Effect: "Deny",
          Principal: "*",
          Action: "S3:*",
          Resource: ["arn:aws-us-gov:s3:::builds", "arn:aws-us-gov:s3:::builds/*"],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    },
  });
});

test("a bucket has only the protections that its settings list", () => {
  expect(Object.keys(bucketWith({ protection: [] }))).toEqual(["a_test", "aws_s3_bucket"]);
  const { a_test: after, ...resources } = bucketWith({ protection: ["encryption", "public-access"] });
  expect(Object.keys(resources)).toEqual([
    "aws_s3_bucket",
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_server_side_encryption_configuration",
  ]);
  expect(after).toEqual({
    after: {
      wait_for: [
        "${aws_s3_bucket_server_side_encryption_configuration.logs}",
        "${aws_s3_bucket_public_access_block.logs}",
      ],
    },
  });
});
