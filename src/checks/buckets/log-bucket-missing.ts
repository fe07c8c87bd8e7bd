import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const own = (logs: string, more = "") => withEnvironment({ images: { base: `    build: { ${logs} }\n` }, more });

export const logBucketMissing: ProjectRule = {
  code: "log-bucket-missing",
  refusedBy: "project",
  unsilenceable: true,
  summary: "An image has a prefix for build logs and no bucket: neither its own nor one of the environment.",
  source: "API type S3Logs: a prefix is one in a bucket",
  fail: [own("▸logs: { prefix: base }")],
  pass: [
    own("logs: { bucket: build-logs, prefix: base }"),
    own("logs: { prefix: base }", "build: { logs: { bucket: build-logs } }\n"),
    own("logs: none"),
  ],
  eachEnvironment({ built }, report) {
    for (const { infrastructure, own: settings, pathOf } of built) {
      if (typeof settings?.logs !== "object" || infrastructure.logs !== undefined) continue;
      const message = "logs have a prefix, and no bucket: the environment has none either";
      report({ key: pathOf("logs") }, message, "add a bucket, or write logs: none");
    }
  },
};
