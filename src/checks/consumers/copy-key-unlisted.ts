import type { ProjectRule } from "../project-rule";
import { both, consumerWith } from "./example";
import { builderKey, encrypted } from "./key-example";
import { reportUnlisted } from "./unlisted-keys";

export const copyKeyUnlisted: ProjectRule = {
  code: "copy-key-unlisted",
  refusedBy: "build",
  summary:
    "A copy is encrypted with a key of the building account that the consumer does not list, so the consumer's role may not use the key.",
  source: "Image Builder User Guide, Set up cross-account AMI distribution: the role needs the keys of both sides",
  fail: [both(encrypted("copyTo"), consumerWith({ from: "▸dev" }))],
  pass: [both(encrypted("copyTo"), consumerWith({ keys: `      kmsKeys: [${builderKey}]\n` }))],
  eachExpectation(expectation, report, context) {
    reportUnlisted("copy", expectation, context, report);
  },
};
