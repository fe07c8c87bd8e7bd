import { LogBucket } from "../../src/constructs/log-bucket";
import type { LogBucket as LogBucketModel } from "../../src/factory/image-factory";
import { resourcesOf } from "../helpers/synthesised";

const required: LogBucketModel = { name: "logs-of-builds", create: true, prefix: "image-builder" };
const bucketWith = (bucket: Partial<LogBucketModel>, emptied = false) =>
  resourcesOf(
    (stack) => new LogBucket(stack, "logs", { bucket: { ...required, ...bucket }, partition: "aws", emptied }),
  );

test("a created bucket is encrypted, private and closed to plain HTTP, but not versioned", () => {
  const created = bucketWith({});
  expect(created.aws_s3_bucket).toMatchObject({ logs: { bucket: "logs-of-builds" } });
  expect(created.aws_s3_bucket_server_side_encryption_configuration).toHaveProperty("logs");
  expect(created.aws_s3_bucket_public_access_block?.logs).toMatchObject({ restrict_public_buckets: true });
  expect(created.aws_s3_bucket_ownership_controls?.logs).toMatchObject({
    rule: { object_ownership: "BucketOwnerEnforced" },
  });
  expect(created.aws_s3_bucket_policy?.logs?.policy).toContain("arn:aws:s3:::logs-of-builds/*");
  expect(created).not.toHaveProperty("aws_s3_bucket_versioning");
});

test("a plan that destroys it is refused, unless it is emptied then or its definition says so", () => {
  const guarded = { bucket: "logs-of-builds", lifecycle: { prevent_destroy: true } };
  expect(bucketWith({}).aws_s3_bucket).toEqual({ logs: guarded });
  expect(bucketWith({}, true).aws_s3_bucket).toEqual({ logs: { bucket: "logs-of-builds" } });
  expect(bucketWith({ forceDestroy: false }).aws_s3_bucket).toEqual({ logs: { ...guarded, force_destroy: false } });
  expect(bucketWith({ forceDestroy: true }).aws_s3_bucket).toEqual({
    logs: { bucket: "logs-of-builds", force_destroy: true },
  });
});

test("without expiry, only unfinished uploads go", () => {
  expect(bucketWith({}).aws_s3_bucket_lifecycle_configuration?.logs?.rule).toEqual([
    {
      id: "abort-unfinished-uploads",
      status: "Enabled",
      filter: [{ prefix: "" }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    },
  ]);
});

test("with expiry, so do the logs below the prefix", () => {
  const created = bucketWith({ expireDays: 90, prefix: "builds" });
  expect(created.aws_s3_bucket_lifecycle_configuration?.logs?.rule).toMatchObject([
    { id: "abort-unfinished-uploads" },
    { id: "expire-logs", status: "Enabled", filter: [{ prefix: "builds/" }], expiration: [{ days: 90 }] },
  ]);
});

test("unfinished uploads stay if the protections do not list that they go", () => {
  expect(Object.keys(bucketWith({ protection: ["public-access"] }))).toEqual([
    "aws_s3_bucket",
    "aws_s3_bucket_public_access_block",
  ]);
  expect(Object.keys(bucketWith({ protection: ["lifecycle"] }))).toEqual([
    "aws_s3_bucket",
    "aws_s3_bucket_lifecycle_configuration",
  ]);
});

test("a given bucket is left alone", () => {
  let bucketName: string | undefined;
  const resources = resourcesOf((stack) => {
    const bucket = { ...required, create: false, expireDays: 90 };
    ({ bucketName } = new LogBucket(stack, "logs", { bucket, partition: "aws", emptied: false }));
  });
  expect(resources).toEqual({});
  expect(bucketName).toBe("logs-of-builds");
});
