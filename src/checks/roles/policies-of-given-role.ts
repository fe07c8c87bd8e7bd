import { fieldOf } from "../../definitions/field-of";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { roleSettings } from "./given-roles";

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
  ],
  pass: [
    withSettings(`executionRole:\n  create: true\n  ${policies}\n`),
    withSettings("build:\n  instanceProfile: { create: true, name: images, read: [tools] }\n"),
  ],
  eachEnvironment({ value, raw }, report) {
    for (const { path, isCreated, policies: listed, rest } of roleSettings(value)) {
      if (isCreated || fieldOf(raw, ...path) === undefined) continue;
      for (const [key, given] of Object.entries({ policies: listed, ...rest }))
        if (given.length > 0) {
          const message = `the role is not created here, so "${key}" has no effect`;
          report({ key: [...path, key] }, message, "set it where the role is created");
        }
    }
  },
};
