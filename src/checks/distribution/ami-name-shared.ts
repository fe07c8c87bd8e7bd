import { repeats } from "../../collections/repeats";
import { imageText } from "../../definitions/example-texts";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const named = (name: string) => `    distribute:\n      - region: us-east-1\n        name: ${name}\n`;
const two = (base: string, web: string) => ({
  "images/web.yaml": imageText(),
  ...withEnvironment({ images: { base: named(base), web: named(web) } }),
});

export const amiNameShared: ProjectRule = {
  code: "ami-name-shared",
  severity: "warning",
  summary: "The AMIs of two images have the same name in one region and cannot be told apart by it.",
  source: "EC2 User Guide, find an AMI: by name",
  fail: [two("golden", "▸golden")],
  pass: [two("golden-base", "golden-web")],
  eachEnvironment({ targets }, report) {
    const withName = targets.filter(({ target }) => target.name !== undefined);
    for (const { item, first } of repeats(withName, ({ target }) => `${target.region} ${target.name}`)) {
      const { image, target, path } = item;
      if (first.image === image) continue;
      const { name, region } = target;
      const message = `AMIs of "${first.image}" also have the name "${name}" in "${region}"`;
      report([...path, "name"], message, "write another name, or leave it out");
    }
  },
};
