import { createdRole } from "../../definitions/schema/created-role";
import { withSettings } from "../example";
import { writtenForGiven } from "../given-resources";
import type { ProjectRule } from "../project-rule";

const ofRole = ["policies", ...Object.keys(createdRole)];
/** The name of a given instance profile is not among them: it says which one is used. */
const ofProfile = [...ofRole, "roleName", "read", "write"];

const policies = "policies: [arn:aws:iam::aws:policy/ReadOnlyAccess]";

export const policiesOfGivenRole: ProjectRule = {
  code: "policies-of-given-role",
  refusedBy: "project",
  unsilenceable: true,
  summary:
    "Policies, statements, S3 locations or a name are given for a role or instance profile that this environment does not create. They would have no effect.",
  source: "docs/reference.md: policies are for a created role",
  fail: [
    withSettings(`executionRole:\n  arn: arn:aws:iam::123456789012:role/images\n  ▸${policies}\n`),
    withSettings("build:\n  instanceProfile: { name: images, ▸read: [tools] }\n"),
    withSettings("build:\n  instanceProfile: { name: images, ▸path: /images/ }\n"),
    withSettings("build:\n  instanceProfile: { name: images, ▸roleTags: { team: a;b } }\n"),
    withSettings("lifecycleRole: { arn: arn:aws:iam::123456789012:role/images, ▸name: images }\n"),
  ],
  pass: [
    withSettings(`executionRole:\n  create: true\n  ${policies}\n`),
    withSettings("build:\n  instanceProfile: { create: true, name: images, read: [tools] }\n"),
    withSettings("build:\n  instanceProfile: { name: images, policies: [], roleTags: {} }\n"),
  ],
  eachEnvironment(environment, report) {
    for (const { path, key } of [
      ...writtenForGiven(environment, "instance profile", ofProfile),
      ...writtenForGiven(environment, "service role", [...ofRole, "name"]),
    ]) {
      const message = `the role is not created here, so "${key}" has no effect`;
      report({ key: path }, message, "set it where the role is created");
    }
  },
};
