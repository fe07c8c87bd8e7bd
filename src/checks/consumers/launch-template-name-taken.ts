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
      const owners = new Map<string, string>();
      for (const [from, { images }] of Object.entries(consumer.from))
        for (const [image, { launchTemplate }] of Object.entries(images)) {
          if (launchTemplate === undefined) continue;
          const { name = names.launchTemplate(image) } = launchTemplate;
          const owner = owners.get(name);
          owners.set(name, owner ?? from);
          if (owner === undefined) continue;
          const path = ["consumer", "from", from, "images", image, "launchTemplate"];
          report(
            launchTemplate.name === undefined ? { source, key: path } : { source, path: [...path, "name"] },
            `a launch template of what comes from "${owner}" is called "${name}", too`,
            "add another name",
          );
        }
    }
  },
};
