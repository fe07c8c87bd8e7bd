import { type Arn, parseArn } from "../../aws/arn";
import type { YamlPath } from "../../problems/yaml-source";
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
      const check = (path: YamlPath, keys: readonly string[], fits: (key: Arn) => boolean, fix: string) => {
        keys.forEach((arn, index) => {
          const key = parseArn(arn);
          if (key === undefined || fits(key)) return;
          const message = `"${arn}" is a key of account "${key.account}" in "${key.region}"`;
          report({ source, path: [...path, index] }, message, fix);
        });
      };
      const isHere = (key: Arn) => key.account === account && key.region === region;
      const fix = `write a key of account "${account}" in "${region}"; others belong to from`;
      check(["consumer", "kmsKeys"], consumer.kmsKeys, isHere, fix);
      for (const [from, { kmsKeys }] of Object.entries(consumer.from)) {
        const regions = [region, project.environments.get(from)?.value?.region ?? region];
        const isThere = (key: Arn) => key.account !== account && regions.includes(key.region);
        const there = `write a key of environment "${from}" in "${region}"; keys of this account belong to consumer.kmsKeys`;
        check(["consumer", "from", from, "kmsKeys"], kmsKeys, isThere, there);
      }
    }
  },
};
