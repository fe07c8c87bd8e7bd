import type { ProjectRule } from "../project-rule";
import { reportDenied, transferring } from "./s3-access";

const download = (profile: string, marker = "") =>
  transferring("S3Download", [`source: ${marker}s3://tools/linux/agent.rpm`, "destination: /tmp/agent.rpm"], profile);

export const s3NotReadable: ProjectRule = {
  code: "s3-not-readable",
  severity: "warning",
  summary:
    "A component downloads from a bucket that the created instance role cannot read. The build would fail with 403.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-s3download",
  fail: [download("{ create: true }", "▸"), download("{ create: true, read: [tools/windows] }", "▸")],
  pass: [
    download("{ create: true, read: [tools/linux] }"),
    download("{ create: true, read: [tools] }"),
    download("{ name: builder }"),
    download("{ create: true, policies: [arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess] }"),
  ],
  project: (context, report) => {
    reportDenied("read", context, report);
  },
};
