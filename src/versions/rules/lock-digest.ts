import type { Rule } from "../../problems/rule";
import { source, withLock } from "./examples";

export const lockDigest: Rule = {
  code: "lock-digest",
  refusedBy: "project",
  summary: "A digest in the lock is not valid, so a change of the content could not be detected.",
  source,
  fail: [withLock({ secondDigest: '▸"sha256:2222"' })],
  pass: [withLock()],
};
