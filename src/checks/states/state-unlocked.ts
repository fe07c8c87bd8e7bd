import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { inS3 } from "./example";

const locked = (lock: string) => withSettings(inS3("dev", `lock: ${lock}`));

export const stateUnlocked: ProjectRule = {
  code: "state-unlocked",
  severity: "warning",
  summary: "The state has no lock, so two runs at once can overwrite each other's state.",
  source: "Terraform documentation, State Locking; backend type s3: use_lockfile, dynamodb_table",
  fail: [locked("▸none")],
  pass: [locked("file"), locked("{ dynamodbTable: locks }")],
  eachEnvironment({ value: { state } }, report) {
    if (state.s3?.lock !== "none") return;
    const fix = "write lock: file, or for a Terraform older than 1.10 { dynamodbTable: … }";
    report(["state", "s3", "lock"], "two runs at once would overwrite each other's state", fix);
  },
};
