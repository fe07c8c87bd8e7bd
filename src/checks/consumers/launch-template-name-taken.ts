import { repeats } from "../../collections/repeats";
import type { ProjectRule } from "../project-rule";
import { both, consumerWith, sharingWith } from "./example";

const setting = (id: string, account = '"123456789012"') =>
  sharingWith(`launchTemplates: [{ id: ${id}, account: "111122223333" }]`, { account });
const inTwoEnvironments = (launchTemplate: string) => ({
  ...both(setting("lt-0123456789abcdef0"), consumerWith({ image: "base:\n          launchTemplate: {}" })),
  "environments/web.yaml": consumerWith({
    consumer: "  distributionRole: false\n",
    image: `base:\n          ${launchTemplate}`,
  }),
});
const twice = (from: string) => ({
  ...both(
    setting("lt-0123456789abcdef0"),
    consumerWith({
      image: "base:\n          launchTemplate: {}",
      more: `    other:\n      images:\n        base:\n          ${from}\n`,
    }),
  ),
  "environments/other.yaml": setting("lt-0123456789abcdef1", '"999988887777"'),
});

export const launchTemplateNameTaken: ProjectRule = {
  code: "launch-template-name-taken",
  refusedBy: "AWS",
  summary: "Consumers create two launch templates with the same name in one account and region.",
  source: "EC2 API field CreateLaunchTemplate.LaunchTemplateName: unique in an account and region",
  fail: [twice("▸launchTemplate: {}"), inTwoEnvironments("▸launchTemplate: {}")],
  pass: [twice("launchTemplate: { name: base-of-other }"), inTwoEnvironments("launchTemplate: { name: base-of-web }")],
  project({ consumers }, report) {
    const templates = consumers.flatMap(({ name: consuming, source, consumer, value, names }) =>
      Object.entries(consumer.from).flatMap(([from, { images }]) =>
        Object.entries(images).flatMap(([image, { launchTemplate }]) => {
          if (launchTemplate === undefined) return [];
          const { name: written } = launchTemplate;
          const name = written ?? names.launchTemplate(image);
          return [{ consuming, source, value, from, image, name, written }];
        }),
      ),
    );
    const place = ({ value: { account, region }, name }: (typeof templates)[number]) => `${account} ${region} ${name}`;
    for (const { item, first } of repeats(templates, place)) {
      const { source, from, image, name, written } = item;
      const path = ["consumer", "from", from, "images", image, "launchTemplate"];
      report(
        written === undefined ? { source, key: path } : { source, path: [...path, "name"] },
        `a launch template of what comes from "${first.from}" to environment "${first.consuming}" is also called "${name}"`,
        "add another name",
      );
    }
  },
};
