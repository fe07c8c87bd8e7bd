import { buildsAnything } from "../../factory/resolve-factory";
import { withSettings } from "../example";
import { writtenForGiven } from "../given-resources";
import type { ProjectRule } from "../project-rule";

const logging = (logs: string) => withSettings(`build:\n  logs: { ${logs} }\n`);

export const logExpiry: ProjectRule = {
  code: "log-expiry",
  severity: "warning",
  summary:
    "Log expiry is set for a bucket that this environment does not create. The bucket's own lifecycle rules apply instead.",
  source: "docs/reference.md: expireDays is for a created bucket",
  fail: [logging("bucket: golden-logs, ▸expireDays: 30")],
  pass: [logging("create: true, bucket: golden-logs, expireDays: 30")],
  eachEnvironment(environment, report) {
    if (!buildsAnything(environment.value)) return;
    const message = '"expireDays" is only for a bucket that this environment creates';
    for (const { path } of writtenForGiven(environment, "bucket", ["expireDays"]))
      report({ key: path }, message, "remove it, or add create: true");
  },
};
