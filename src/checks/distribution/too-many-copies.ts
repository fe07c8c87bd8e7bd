import { targetsOf } from "../../factory/written-builds";
import { withBuilt, withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const copies = (count: number, marker = "") => {
  const accounts = Array.from({ length: count }, (_, index) => `"${String(100000000000 + index)}"`).join(", ");
  return `    distribute:\n      - region: eu-west-1\n        copyTo: { accounts: ${marker}[${accounts}] }\n`;
};

export const tooManyCopies: ProjectRule = {
  code: "too-many-copies",
  severity: "warning",
  summary:
    "A distribution copies AMIs to more accounts than the quota of a new account. If AWS has raised it, set `quotas.copiesPerDistribution`.",
  source: "quota of Image Builder: concurrent AMI copies per distribution configuration",
  fail: [withBuilt(copies(51, "▸"))],
  pass: [
    withBuilt(copies(50)),
    withEnvironment({ images: { base: copies(51) }, more: "quotas: { copiesPerDistribution: 51 }\n" }),
  ],
  eachEnvironment({ value, builds }, report) {
    const quota = value.quotas.copiesPerDistribution;
    for (const build of builds) {
      let count = 0;
      for (const { target, path } of targetsOf(build, value)) {
        const before = count;
        count += target.copyTo?.accounts.length ?? 0;
        if (before > quota || count <= quota) continue;
        const message = `the distribution copies to ${count} accounts up to here, and the quota is ${quota}`;
        const fix = "share the AMI instead, or write the raised quota as quotas.copiesPerDistribution";
        report([...path, "copyTo", "accounts"], message, fix);
      }
    }
  },
};
