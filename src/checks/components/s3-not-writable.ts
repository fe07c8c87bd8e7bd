import type { ProjectRule } from "../project-rule";
import { reportDenied, transferring } from "./s3-access";

const upload = (profile: string, marker = "") =>
  transferring(
    "S3Upload",
    ["source: /tmp/report.html", `destination: ${marker}s3://reports/base/report.html`],
    profile,
  );

export const s3NotWritable: ProjectRule = {
  code: "s3-not-writable",
  severity: "warning",
  summary:
    "A component uploads to a bucket that the created instance role cannot write to. The build would fail with 403.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-s3upload",
  fail: [upload("{ create: true }", "▸"), upload("{ create: true, read: [reports] }", "▸")],
  pass: [upload("{ create: true, write: [reports] }")],
  project: (context, report) => {
    reportDenied("write", context, report);
  },
};
