import { fieldOf } from "../../definitions/field-of";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { YamlPath } from "../../problems/yaml-source";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const key = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

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
    withSettings(`encryption: { kmsKey: "${key}", ▸administrators: [arn:aws:iam::123456789012:role/keys] }\n`),
    {
      "containers/web.yaml": "parent: { image: amazonlinux:2023 }\ncomponents: [{ aws: update-linux }]\n",
      ...withSettings("containers: { web: { schedule: manual, repository: { create: false, ▸scanOnPush: false } } }\n"),
    },
  ],
  pass: [
    withSettings("documents: { create: true, accessLogs: { bucket: access-logs } }\n"),
    withSettings(`documents: { bucket: golden-files, prefix: images, kmsKey: "${key}" }\n`),
    withSettings("encryption: { create: true, administrators: [arn:aws:iam::123456789012:role/keys] }\n"),
  ],
  eachEnvironment({ value, raw }, report) {
    for (const { path, what, keys } of givenThings(value))
      for (const each of keys)
        if (fieldOf(raw, ...path, each) !== undefined)
          report({ key: [...path, each] }, `the ${what} is not created here, so "${each}" does nothing`, "remove it");
  },
};

/** A resource that an environment uses but does not create, and the settings that only a created one can have. */
interface Given {
  readonly path: YamlPath;
  readonly what: string;
  readonly keys: readonly string[];
}

function givenThings({ documents, build, encryption, containers }: EnvironmentDefinition): Given[] {
  const ofBucket = ["accessLogs", "forceDestroy"];
  const things = [
    { path: ["documents"], what: "bucket", keys: ofBucket, settings: documents },
    { path: ["build", "logs"], what: "bucket", keys: ofBucket, settings: build.logs },
    { path: ["encryption"], what: "key", keys: ["administrators", "statements"], settings: encryption },
    ...Object.entries(containers).map(([name, { repository }]) => ({
      path: ["containers", name, "repository"],
      what: "repository",
      keys: ["kmsKey", "tagMutability", "scanOnPush"],
      settings: repository,
    })),
  ];
  return things.filter(({ settings }) => settings !== undefined && settings.create !== true);
}
