import type { Rule } from "../../problems/rule";
import { source, withLock } from "./examples";

const digest = (digit: string) => `"sha256:${digit.repeat(64)}"`;

export const lockConflict: Rule = {
  code: "lock-conflict",
  refusedBy: "project",
  summary: "The lock contains Git conflict markers, so the versions in use are unknown.",
  source,
  fail: [
    withLock({
      second: `"1.0.1": ${digest("2")},
▸<<<<<<< HEAD
        "1.0.2": ${digest("3")},
=======
        "1.0.2": ${digest("4")},
>>>>>>> topic
        "1.0.3"`,
    }),
  ],
  pass: [withLock()],
};
