import { imageText } from "../../definitions/example-texts";
import type { Environment } from "../context/environments";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";
import { outputsOf } from "./outputs";

const writing = (name: string) => `    distribute: [{ region: us-east-1, ssmParameters: [{ name: ${name} }] }]\n`;
const two = (base: string, web: string) => ({
  "images/web.yaml": imageText(),
  ...withEnvironment({ images: { base: writing(base), web: writing(web) } }),
});

export const outputShared: ProjectRule = {
  code: "output-shared",
  severity: "warning",
  summary: "Two images write the same SSM parameter or launch template of a region. The last build wins.",
  source: "docs/reference.md: an SSM parameter holds the newest AMI id",
  fail: [two("/golden", "▸/golden")],
  pass: [two("/golden/base", "/golden/web")],
  project({ environments }, report) {
    const owners = new Map<string, { readonly environment: Environment; readonly image: string }>();
    for (const environment of environments)
      for (const each of environment.targets) {
        const { image, target } = each;
        const seen = new Set<string>();
        for (const { path, what, key } of outputsOf(environment, each)) {
          const place = `${target.region} ${key}`;
          const owner = owners.get(place) ?? { environment, image };
          owners.set(place, owner);
          const isHere = owner.environment === environment;
          // Another rule reports an output that one image writes twice.
          if (!seen.has(key) && !(isHere && owner.image === image)) {
            const by = isHere ? `"${owner.image}"` : `"${owner.image}" of ${owner.environment.source.file}`;
            const message = `${by} also writes ${what} in "${target.region}"`;
            report({ source: environment.source, path }, message, "write one of its own for each image");
          }
          seen.add(key);
        }
      }
  },
};
