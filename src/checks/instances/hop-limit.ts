import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { withContainer } from "../recipes/container-example";

const building = (metadata: string) => ({
  ...withContainer(),
  ...withSettings(`${metadata}containers:\n  web:\n    schedule: manual\n`),
});

export const hopLimit: ProjectRule = {
  code: "hop-limit",
  refusedBy: "build",
  summary:
    "Containers are built on an instance whose metadata service has a hop limit of 1. It cannot be reached from inside a container.",
  source: "API type InstanceMetadataOptions: if tokens are required, container image builds need a minimum of two hops",
  fail: [building("build:\n  metadata: { hopLimit: ▸1 }\n")],
  pass: [
    building(""),
    building("build:\n  metadata: { hopLimit: 2 }\n"),
    building("build:\n  metadata: { tokens: optional, hopLimit: 1 }\n"),
  ],
  eachEnvironment({ built }, report) {
    for (const { kind, name, infrastructure, pathOf } of built) {
      if (kind === "image" || infrastructure.metadata === undefined) continue;
      const { tokens, hopLimit: hops } = infrastructure.metadata;
      if (hops >= 2 || tokens === "optional") continue;
      const path = [...pathOf("metadata"), "hopLimit"];
      const message = `"${name}" is a container, and ${path.join(".")} is "${hops}", expected at least 2`;
      report(path, message, "write 2 or more, or leave it out: then it is 1 for images and 2 for containers");
    }
  },
};
