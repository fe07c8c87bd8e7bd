import { createdBucket } from "../../definitions/schema/created-bucket";
import { withSettings } from "../example";
import { writtenForGiven } from "../given-resources";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "../recipes/container-example";

/** The key of a given bucket is not among them: the created build role may use it. */
const onlyIfCreated = {
  bucket: Object.keys(createdBucket).filter((key) => key !== "kmsKey"),
  key: ["alias", "deletionDays", "users", "administrators", "statements"],
  repository: ["kmsKey", "tagMutability", "scanOnPush"],
};

const keyArn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

export const settingsOfGiven: ProjectRule = {
  code: "settings-of-given",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "Access logs, forced destruction, a key policy or the like is set for a bucket, repository or key that this environment does not create. It would have no effect.",
  source: "docs/reference.md: these are for a created bucket, repository or key",
  fail: [
    withSettings("documents: { bucket: golden-files, ▸accessLogs: { bucket: access-logs } }\n"),
    withSettings("build:\n  logs: { bucket: golden-logs, ▸forceDestroy: true }\n"),
    withSettings(`encryption: { kmsKey: "${keyArn}", ▸administrators: [arn:aws:iam::123456789012:role/keys] }\n`),
    withSettings(`encryption: { kmsKey: "${keyArn}", ▸alias: images }\n`),
    withSettings(`encryption: { kmsKey: "${keyArn}", ▸deletionDays: 7 }\n`),
    withSettings(`encryption: { kmsKey: "${keyArn}", ▸users: [arn:aws:iam::123456789012:role/web] }\n`),
    {
      ...withContainer(),
      ...withSettings("containers: { web: { schedule: manual, repository: { create: false, ▸scanOnPush: false } } }\n"),
    },
  ],
  pass: [
    withSettings("documents: { create: true, accessLogs: { bucket: access-logs } }\n"),
    withSettings(`documents: { bucket: golden-files, prefix: images, kmsKey: "${keyArn}" }\n`),
    withSettings("encryption: { create: true, administrators: [arn:aws:iam::123456789012:role/keys] }\n"),
  ],
  eachEnvironment(environment, report) {
    for (const kind of ["bucket", "key", "repository"] as const)
      for (const { path, key } of writtenForGiven(environment, kind, onlyIfCreated[kind]))
        report({ key: path }, `the ${kind} is not created here, so "${key}" does nothing`, "remove it");
  },
};
