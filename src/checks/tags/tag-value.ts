import type { YamlPath } from "../../problems/yaml-source";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import type { LocalReport } from "../report";
import { ownRoleTags } from "./own-tags";
import { roleTags, twinOf } from "./role-tags";

const ofRole = (value: string) =>
  withSettings(`build:\n  instanceProfile:\n    create: true\n    roleTags:\n      team: ${value}\n`);

export const tagValue: ProjectRule = {
  code: "tag-value",
  refusedBy: "AWS",
  summary: "IAM refuses the value of a tag of the environment, or of a created role, for that role.",
  source: "IAM API type Tag, field Value: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*",
  fail: [
    withSettings("tags:\n  team: ▸a, b\n"),
    ofRole("▸a;b"),
    withSettings("executionRole: { create: true, roleTags: { team: ▸a;b } }\n"),
    withSettings("lifecycleRole: { create: true, roleTags: { team: ▸a;b } }\n"),
  ],
  pass: [ofRole("a+b"), withSettings("tags:\n  team: a b\n"), withSettings("tags:\n  team: é_.:/=+-@1\n")],
  eachEnvironment(environment, report, context) {
    const tags = roleTags(environment, context);
    for (const [key, text] of Object.entries(tags)) {
      if (twinOf(key, tags) === undefined) reportOdd(["tags"], key, text, report);
    }
    for (const { path, tags: own } of ownRoleTags(environment.value))
      for (const [key, text] of Object.entries(own)) reportOdd(path, key, text, report);
  },
};

function reportOdd(path: YamlPath, key: string, text: string, report: LocalReport): void {
  const odd = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/u.exec(text);
  if (odd === null) return;
  const message = `the tag "${key}" contains "${odd[0]}", which IAM does not accept on the created role`;
  report([...path, key], message, "write letters, digits, spaces and _ . : / = + - @");
}
