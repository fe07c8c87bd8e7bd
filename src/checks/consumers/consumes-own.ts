import type { ProjectRule } from "../project-rule";
import { both, consumerText, consumerWith, sharing } from "./example";

export const consumesOwn: ProjectRule = {
  code: "consumes-own",
  refusedBy: "project",
  summary: "An environment consumes images of its own account, which already has them in every region they go to.",
  source: "Image Builder User Guide, distribution: an AMI goes to the account that builds it without anybody's leave",
  fail: [
    both(sharing, consumerWith({ account: '"123456789012"', region: "eu-west-1", from: "▸dev" })),
    { "environments/dev.yaml": `${sharing}consumer: { from: { ▸dev: { images: { base: {} } } } }\n` },
  ],
  pass: [both(sharing, consumerText)],
  project({ project, consumers }, report) {
    for (const { name, source, value, consumer } of consumers)
      for (const from of Object.keys(consumer.from)) {
        const builder = project.environments.get(from);
        if (builder === undefined || (from !== name && builder.value?.account !== value.account)) continue;
        const message =
          from === name
            ? `"${from}" is this environment itself`
            : `"${from}" builds in "${value.account}", which is also the account of this environment`;
        const fix = `remove it; to have its images in "${value.region}", name the region in their distribute`;
        report({ source, key: ["consumer", "from", from] }, message, fix);
      }
  },
};
