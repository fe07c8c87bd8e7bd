import { repeats } from "../../collections/repeats";
import { withBuilt } from "../example";
import type { ProjectRule } from "../project-rule";
import { outputsOf } from "./outputs";

const target = (lines: string) => withBuilt(`    distribute:\n      - region: us-east-1\n        ${lines}\n`);

export const outputTwice: ProjectRule = {
  code: "output-twice",
  refusedBy: "project",
  summary:
    "An image writes the same SSM parameter or launch template of a region twice, or has two Fast Launch settings for an account.",
  source: "API type Distribution: each output of a region once",
  fail: [
    target("ssmParameters:\n          - name: /golden/base\n          - name: ▸/golden/base"),
    target("launchTemplates: [{ id: lt-0123456789abcdef0 }, { id: ▸lt-0123456789abcdef0 }]"),
  ],
  pass: [target("ssmParameters:\n          - name: /golden/base\n          - name: /golden/newest")],
  eachTarget(each, report) {
    for (const { item } of repeats(outputsOf(each.environment, each), ({ key }) => key))
      report(item.path, `${item.what} appears twice`, "remove one of the two");
  },
};
