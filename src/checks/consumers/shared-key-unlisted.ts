import type { ProjectRule } from "../project-rule";
import { both } from "./example";
import { encrypted, usingKeys } from "./key-example";
import { reportUnlisted } from "./unlisted-keys";

export const sharedKeyUnlisted: ProjectRule = {
  code: "shared-key-unlisted",
  severity: "warning",
  summary:
    "The snapshots of an image are encrypted with a key that the consumer does not list. Key users get no grant, and copies cannot be decrypted.",
  source: "EC2 Auto Scaling User Guide, Required AWS KMS key policy: a grant on a key of another account",
  fail: [both(encrypted("share"), usingKeys({ lists: false, from: "▸dev" }))],
  pass: [both(encrypted("share"), usingKeys())],
  eachExpectation(expectation, report, context) {
    reportUnlisted("shared", expectation, context, report);
  },
};
