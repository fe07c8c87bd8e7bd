import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { inS3 } from "./example";

const key = "arn:aws:kms:us-east-1:123456789012:alias/state";
const encrypted = (...lines: readonly string[]) => withSettings(inS3("dev", ...lines));

export const stateKey: ProjectRule = {
  code: "state-key",
  refusedBy: "project",
  unsilenceable: true,
  summary: "The state has a KMS key but is not encrypted, so the key would be ignored.",
  source: "Terraform documentation, backend type s3: kms_key_id, which needs encrypt",
  fail: [encrypted("encrypt: false", `kmsKey: ▸${key}`)],
  pass: [encrypted(`kmsKey: ${key}`), encrypted("encrypt: false")],
  eachEnvironment({ value: { state } }, report) {
    const { s3 } = state;
    if (s3?.kmsKey === undefined || s3.encrypt) return;
    const message = `"kmsKey" is "${s3.kmsKey}", but "encrypt" is false`;
    report(["state", "s3", "kmsKey"], message, "remove it, or encrypt");
  },
};
