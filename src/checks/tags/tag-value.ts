import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";
import { roleTags, twinOf } from "./role-tags";

export const tagValue: ProjectRule = {
  code: "tag-value",
  severity: "error",
  refusedBy: "AWS",
  summary: "IAM refuses the value of a tag of the environment for the created role.",
  source: "IAM API type Tag, field Value: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*",
  fail: [withEnvironment({ more: "tags:\n  team: ▸a, b\n" })],
  pass: [withEnvironment({ more: "tags:\n  team: a b\n" }), withEnvironment({ more: "tags:\n  team: é_.:/=+-@1\n" })],
  eachEnvironment(environment, report, context) {
    const tags = roleTags(environment, context);
    for (const [key, text] of Object.entries(tags)) {
      const odd = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/u.exec(text);
      if (odd === null || twinOf(key, tags) !== undefined) continue;
      const message = `the tag "${key}" holds "${odd[0]}", which IAM does not take on the created role`;
      report(["tags", key], message, "write letters, digits, spaces and _ . : / = + - @");
    }
  },
};
