import { exampleProject } from "../../definitions/rules";
import { madeKeys } from "../../factory/resolve-keys";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { fieldOf } from "../field-of";
import type { Project } from "../../project/load-project";
import { problemAt, problemAtKey } from "../problem-at";

const { environment } = exampleProject;
const making = (alias: string) => ({
  "environments/dev.yaml": `${environment}    distribute: [{ region: us-east-1 }, { region: eu-west-1 }]\nencryption: { create: true }\n`,
  "environments/europe.yaml": `${environment.replace("us-east-1", "eu-west-1")}encryption: { create: true, alias: ${alias} }\n`,
});

export const keyAliasTwice: Rule = {
  code: "key-alias-twice",
  severity: "error",
  summary: "Two environments of an account create a key with the same alias in the same region.",
  source: "KMS API field CreateAlias.AliasName: unique in an account and region",
  fail: [making("▸golden-images")],
  pass: [making("golden-images-europe")],
};

/** Checks the aliases of made keys: there is one in every region that an environment distributes to. */
export function checkKeyAliases({ environments }: Project): Problem[] {
  const owners = new Map<string, string>();
  return [...environments].flatMap(([name, { source, raw, value }]) => {
    const keys = value && madeKeys(value);
    if (value === undefined || keys === undefined) return [];
    const { alias, regions } = keys;
    const places = regions.map((region) => ({ region, place: `${value.account} ${region} ${alias}` }));
    const taken = places.find(({ place }) => owners.has(place));
    const owner = owners.get(taken?.place ?? "");
    for (const { place } of places) owners.set(place, owners.get(place) ?? name);
    if (taken === undefined) return [];
    const message = `environment "${owner ?? ""}" makes a key with the alias "${alias}" in "${taken.region}", too`;
    const fix = `write another alias, e.g. ${alias}-${name}`;
    return fieldOf(fieldOf(raw, "encryption"), "alias") === undefined
      ? [problemAtKey(keyAliasTwice, source, ["encryption", "create"], message, fix)]
      : [problemAt(keyAliasTwice, source, ["encryption", "alias"], message, fix)];
  });
}
