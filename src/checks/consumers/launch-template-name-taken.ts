import { repeats } from "../../collections/repeats";
import { namesOf } from "../../factory/names";
import type { ProjectRule } from "../project-rule";
import { both, receivingWith, sharingWith } from "./example";

const setting = (id: string, account = '"123456789012"') =>
  sharingWith(`launchTemplates: [{ id: ${id}, account: "111122223333" }]`, { account });
const twice = (from: string) => ({
  ...both(
    setting("lt-0123456789abcdef0"),
    receivingWith({
      image: "base:\n          launchTemplate: {}",
      more: `    other:\n      images:\n        base:\n          ${from}\n`,
    }),
  ),
  "environments/other.yaml": setting("lt-0123456789abcdef1", '"999988887777"'),
});

export const launchTemplateNameTaken: ProjectRule = {
  code: "launch-template-name-taken",
  severity: "error",
  refusedBy: "AWS",
  summary: "A consumer creates two launch templates with the same name.",
  source: "EC2 API field CreateLaunchTemplate.LaunchTemplateName: unique in an account and region",
  fail: [twice("▸launchTemplate: {}")],
  pass: [twice("launchTemplate: { name: base-of-other }")],
  project({ consumers }, report) {
    for (const { source, consumer, value } of consumers) {
      const names = namesOf(value);
      const templates = Object.entries(consumer.from).flatMap(([from, { images }]) =>
        Object.entries(images).flatMap(([image, { launchTemplate }]) =>
          launchTemplate === undefined
            ? []
            : [{ from, image, name: launchTemplate.name ?? names.launchTemplate(image), written: launchTemplate.name }],
        ),
      );
      for (const { item, first } of repeats(templates, ({ name }) => name)) {
        const path = ["consumer", "from", item.from, "images", item.image, "launchTemplate"];
        report(
          item.written === undefined ? { source, key: path } : { source, path: [...path, "name"] },
          `a launch template of what comes from "${first.from}" is also called "${item.name}"`,
          "add another name",
        );
      }
    }
  },
};
