import { parseArn } from "../../aws/arn";
import type { ProjectRule } from "../project-rule";
import { both } from "./example";
import { builderKey, encrypted, usingKeys } from "./key-example";

export const keyElsewhere: ProjectRule = {
  code: "key-elsewhere",
  severity: "warning",
  summary: "A consumer lists a key of an account or region from which it receives no images.",
  source: "docs/reference.md: keys of the account itself in consumer.kmsKeys, those of the other side in from",
  fail: [both(encrypted("share"), usingKeys({ kmsKeys: `  kmsKeys: [▸${builderKey}]\n` }))],
  pass: [both(encrypted("share"), usingKeys())],
  project({ project, consumers }, report) {
    for (const { source, value, consumer } of consumers) {
      const { account, region } = value;
      const elsewhere = (path: readonly (string | number)[], arn: string, fix: string) => {
        const { account: owner = "", region: ownRegion = "" } = parseArn(arn) ?? {};
        report({ source, path }, `"${arn}" is a key of account "${owner}" in "${ownRegion}"`, fix);
      };
      consumer.kmsKeys.forEach((arn, index) => {
        const fix = `write a key of account "${account}" in "${region}"; others belong to from`;
        if (!arn.includes(`:kms:${region}:${account}:`)) elsewhere(["consumer", "kmsKeys", index], arn, fix);
      });
      for (const [from, { kmsKeys }] of Object.entries(consumer.from)) {
        const regions = [region, project.environments.get(from)?.value?.region ?? region];
        kmsKeys.forEach((arn, index) => {
          const owner = parseArn(arn);
          if (owner?.account !== account && regions.includes(owner?.region ?? "")) return;
          const fix = `write a key of environment "${from}" in "${region}"; keys of this account belong to consumer.kmsKeys`;
          elsewhere(["consumer", "from", from, "kmsKeys", index], arn, fix);
        });
      }
    }
  },
};
