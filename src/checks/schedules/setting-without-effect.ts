import { environmentText } from "../../definitions/example-texts";
import { fieldOf, keysOf } from "../../definitions/field-of";
import { buildsOf, ownBuildOf } from "../../factory/written-builds";
import type { YamlPath } from "../../problems/yaml-source";
import { withBuilt } from "../example";
import type { ProjectRule } from "../project-rule";

const withoutPipeline = (lines: string, more = "") => ({
  "environments/dev.yaml": environmentText({ images: { base: lines }, more }).replace(
    "schedule: manual",
    "schedule: no-pipeline",
  ),
});

/** Settings of an image or container that concern builds by its own pipeline or by Terraform. */
const ofBuilds = ["build", "distribute", "scan"] as const;

export const settingWithoutEffect: ProjectRule = {
  code: "setting-without-effect",
  severity: "warning",
  summary:
    "A setting applies to something that is not created: the pipeline of an image that has none, or a configuration of an image that shares one or has none.",
  source: "docs/reference.md: schedule, distribute, build, names, descriptions and tags",
  fail: [
    withoutPipeline("    ▸enabled: true\n"),
    withoutPipeline("    ▸distribute: [{ region: us-east-1 }]\n"),
    withoutPipeline("    names: { ▸pipeline: base-nightly }\n"),
    withBuilt("    descriptions: { ▸infrastructure: Ours }\n"),
    withBuilt("    distribute: none\n    tags: { ▸distribution: { a: b } }\n"),
    withBuilt("    pipelines: { weekly: { schedule: manual, names: { ▸distribution: base-weekly } } }\n"),
  ],
  pass: [
    withoutPipeline(""),
    withoutPipeline("    buildOnDeploy: true\n    distribute: [{ region: us-east-1 }]\n"),
    withoutPipeline("    distribute: [{ region: us-east-1 }]\n    pipelines: { weekly: { schedule: manual } }\n"),
    withBuilt("    names: { pipeline: nightly, distribution: all }\n"),
  ],
  eachEnvironment({ raw, entries }, report) {
    const tell = (path: YamlPath, what: string): void => {
      report({ key: path }, `this has no effect: ${what}`, "remove it");
    };
    for (const { kind, name: owner, built } of entries) {
      const own = ownBuildOf(kind, owner, built);
      const written = fieldOf(raw, `${kind}s`, owner);
      const hasPipeline = own.schedule !== "no-pipeline";
      const isBuilt = hasPipeline || built.buildOnDeploy;
      if (!hasPipeline && fieldOf(written, "enabled") !== undefined)
        tell([...own.path, "enabled"], `"${owner}" has no pipeline of its own`);
      if (!isBuilt && Object.keys(built.pipelines).length === 0)
        for (const key of ofBuilds)
          if (fieldOf(written, key) !== undefined) tell([...own.path, key], `nothing builds "${owner}"`);
      const labels = (path: YamlPath, of: unknown, created: Readonly<Record<string, boolean>>): void => {
        for (const group of ["names", "descriptions", "tags"])
          for (const label of keysOf(fieldOf(of, group)))
            if (created[label] === false) tell([...path, group, label], `there is no ${label} of its own`);
      };
      labels(own.path, written, {
        pipeline: hasPipeline,
        infrastructure: built.build !== undefined,
        distribution: typeof built.distribute !== "string",
      });
      for (const { path, key = "", further } of buildsOf(kind, owner, built))
        if (further !== undefined)
          labels(path, fieldOf(written, "pipelines", key), {
            infrastructure: further.build !== undefined,
            distribution: further.distribute !== undefined && typeof further.distribute !== "string",
          });
    }
  },
};
