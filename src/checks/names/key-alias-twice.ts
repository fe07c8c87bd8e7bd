import { environmentText } from "../../definitions/example-texts";
import { fieldOf } from "../../definitions/field-of";
import { createdKeys } from "../../factory/resolve-keys";
import type { ProjectRule } from "../project-rule";

const making = (encryption: string) => ({
  "environments/dev.yaml": environmentText({
    images: { base: "    distribute: [{ region: us-east-1 }, { region: eu-west-1 }]\n" },
    more: "encryption: { create: true }\n",
  }),
  "environments/europe.yaml": environmentText({ region: "eu-west-1", more: `encryption: { ${encryption} }\n` }),
});

export const keyAliasTwice: ProjectRule = {
  code: "key-alias-twice",
  refusedBy: "AWS",
  summary: "Two environments of an account create a key with the same alias in the same region.",
  source: "KMS API field CreateAlias.AliasName: unique in an account and region",
  fail: [making("create: true, alias: ▸golden-images"), making("▸create: true")],
  pass: [making("create: true, alias: golden-images-europe")],
  project({ environments }, report) {
    const owners = new Map<string, string>();
    for (const { name, source, raw, value } of environments) {
      const keys = createdKeys(value);
      if (keys === undefined) continue;
      const { alias, regions } = keys;
      const [taken] = regions.flatMap((region) => {
        const place = `${value.account} ${region} ${alias}`;
        const owner = owners.get(place);
        if (owner !== undefined) return { owner, region };
        owners.set(place, name);
        return [];
      });
      if (taken === undefined) continue;
      const isWritten = fieldOf(raw, "encryption", "alias") !== undefined;
      report(
        isWritten ? { source, path: ["encryption", "alias"] } : { source, key: ["encryption", "create"] },
        `environment "${taken.owner}" also creates a key with the alias "${alias}" in "${taken.region}"`,
        `write another alias, e.g. ${alias}-${name}`,
      );
    }
  },
};
