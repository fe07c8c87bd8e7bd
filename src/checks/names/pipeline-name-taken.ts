import { arnName } from "../../aws/resource-name";
import { imageText } from "../../definitions/example-texts";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const beside = (image: string, marker = "") => ({
  [`images/${image}.yaml`]: imageText(),
  ...withEnvironment({
    images: { base: `    pipelines: { ${marker}weekly: { schedule: manual } }\n`, [image]: "" },
  }),
});

export const pipelineNameTaken: ProjectRule = {
  code: "pipeline-name-taken",
  refusedBy: "AWS",
  unsilenceable: true,
  summary:
    "The name of an image and its further pipeline, joined by a hyphen, is also the name of another image, container or further pipeline.",
  source:
    "API field CreateImagePipeline.name: unique in an account and region; docs/decisions/0023-what-configurations-say.md",
  fail: [beside("base-weekly", "▸"), beside("base_weekly", "▸")],
  pass: [beside("base-monthly")],
  eachEnvironment({ entries, builds }, report) {
    const owners = new Map<string, string>();
    for (const { name } of entries) owners.set(arnName(name), `"${name}"`);
    for (const { id, key, owner, path } of builds) {
      if (key === undefined) continue;
      const other = owners.get(arnName(id));
      owners.set(arnName(id), `the pipeline "${key}" of "${owner}"`);
      if (other === undefined) continue;
      report({ key: path }, `"${owner}-${key}" is also the name of ${other}`, "write another name for the pipeline");
    }
  },
};
