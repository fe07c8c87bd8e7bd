import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { roleTags, twinOf } from "./role-tags";

export const tagCase: ProjectRule = {
  code: "tag-case",
  refusedBy: "AWS",
  summary: "Two tags of the environment differ only in letter case. IAM refuses them for the created role.",
  source: "IAM User Guide, rules for tagging: keys are not case-sensitive",
  fail: [withSettings("tags:\n  Team: a\n  ▸team: b\n")],
  pass: [
    withSettings("tags:\n  Team: a\n  owner: b\n"),
    withSettings("build:\n  instanceProfile: { name: images }\ntags:\n  Team: a\n  team: b\n"),
  ],
  eachEnvironment(environment, report, context) {
    const tags = roleTags(environment, context);
    for (const key of Object.keys(tags)) {
      const twin = twinOf(key, tags);
      if (twin === undefined) continue;
      const message = `the tags "${twin}" and "${key}" differ only in letter case, and IAM treats them as the same`;
      report({ key: ["tags", key] }, message, "remove one of the two");
    }
  },
};
