import { deliveriesTo, type Delivery } from "../../factory/delivery";
import type { YamlPath } from "../../problems/yaml-source";
import type { ProjectRule } from "../project-rule";
import { distributionRoles } from "./consumer-roles";
import { both, building, consumerText, consumerWith, copying } from "./example";

const other = (to: string) => ({
  "environments/other.yaml": building(`        copyTo: { accounts: [${to}] }\n`, { account: '"999988887777"' }),
});

export const builderNotTrusted: ProjectRule = {
  code: "builder-not-trusted",
  refusedBy: "build",
  summary:
    "An environment copies images to an account, or sets launch templates or parameters there, but the distribution role of that account does not trust it.",
  source:
    "Image Builder User Guide, Set up cross-account AMI distribution: EC2ImageBuilderDistributionCrossAccountRole",
  fail: [{ ...both(copying, consumerText), ...other('▸"111122223333"') }],
  pass: [
    {
      ...both(copying, consumerWith({ more: "    other:\n      images:\n        base: {}\n" })),
      ...other('"111122223333"'),
    },
  ],
  project(context, report) {
    const { environments } = context;
    for (const { account, consumers, creators } of distributionRoles(context)) {
      const [creator] = creators;
      if (creator === undefined) continue;
      const names = new Set(consumers.flatMap(({ consumer }) => Object.keys(consumer.from)));
      const trusted = new Set(environments.filter(({ name }) => names.has(name)).map(({ value }) => value.account));
      for (const { name, source, value } of environments) {
        if (value.account === account || trusted.has(value.account)) continue;
        for (const path of deliveriesTo(account, value).flatMap((delivery) => placesIn(delivery, account))) {
          const message = `the distribution role of account "${account}" does not trust "${value.account}": no consumer there names "${name}"`;
          report({ source, path }, message, `add "${name}" to consumer.from in ${creator.source.file}`);
        }
      }
    }
  },
};

/** Returns the paths at which a distribution makes Image Builder act in an account. */
function placesIn({ path: base, target }: Delivery, account: string): YamlPath[] {
  const copies = (target.copyTo?.accounts ?? []).flatMap((each, at) =>
    each === account ? [[...base, "copyTo", "accounts", at]] : [],
  );
  const settings = (["ssmParameters", "launchTemplates"] as const).flatMap((key) =>
    target[key].flatMap((each, at) => (each.account === account ? [[...base, key, at, "account"]] : [])),
  );
  return [...copies, ...settings];
}
