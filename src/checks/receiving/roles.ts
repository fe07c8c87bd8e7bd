import { actsThere, type Delivery, deliveriesTo } from "../../factory/delivery";
import { cleaningUp, makesLifecycleRole } from "../../factory/resolve-consumer";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import { type Consuming, consumingIn, environmentsOf, type Named } from "./consuming";
import { both, copying, receiving } from "./example";

const source =
  "Image Builder User Guide, Set up cross-account AMI distribution: EC2ImageBuilderDistributionCrossAccountRole";
const secondRegion = (role: string) => ({
  ...both(copying, receiving),
  "environments/web.yaml": receiving.replace("us-east-1", "eu-west-1").replace("consumer:\n", `consumer:\n${role}`),
  "environments/dev.yaml": `${copying}      - region: eu-west-1\n        copyTo: { accounts: ["111122223333"] }\n`,
});

export const distributionRoleTwice: Rule = {
  code: "distribution-role-twice",
  severity: "error",
  summary:
    "Two environments of one account both create its distribution role. An IAM role name is unique in an account, across all regions.",
  source,
  fail: [secondRegion("  distributionRole: ▸true\n")],
  pass: [secondRegion("  distributionRole: false\n")],
};

export const distributionRoleMissing: Rule = {
  code: "distribution-role-missing",
  severity: "warning",
  summary: "Image Builder must act in an account in which no environment creates the distribution role.",
  source,
  fail: [both(copying, receiving.replace("consumer:\n", "consumer:\n  distributionRole: ▸false\n"))],
  pass: [both(copying, receiving)],
};

export const builderNotTrusted: Rule = {
  code: "builder-not-trusted",
  severity: "error",
  summary:
    "An environment copies images to an account, or sets launch templates or parameters there, but the distribution role of that account does not trust it.",
  source,
  fail: [
    {
      ...both(copying, receiving),
      "environments/other.yaml": copying.replace("123456789012", "999988887777").replace('["1111', '[▸"1111'),
    },
  ],
  pass: [
    {
      ...both(copying, `${receiving}    other:\n      images:\n        base: {}\n`),
      "environments/other.yaml": copying.replace("123456789012", "999988887777"),
    },
  ],
};

const lifecycleSource =
  "Image Builder User Guide, Lifecycle management prerequisites: Ec2ImageBuilderCrossAccountLifecycleAccess";
const deleting = `lifecycle:
  old: { images: [base], rules: [{ action: delete, keep: 5 }] }
`;
const cleaned = (files: Readonly<Record<string, string>>) => ({
  ...files,
  "environments/dev.yaml": `${files["environments/dev.yaml"] ?? ""}${deleting}`,
});

export const lifecycleRoleTwice: Rule = {
  code: "lifecycle-role-twice",
  severity: "error",
  summary:
    "Two environments of one account both create its role for lifecycle policies of other accounts. An IAM role name is unique in an account, across all regions.",
  source: lifecycleSource,
  fail: [cleaned(secondRegion("  distributionRole: false\n  lifecycleRole: ▸true\n"))],
  pass: [cleaned(secondRegion("  distributionRole: false\n"))],
};

export const lifecycleRoleMissing: Rule = {
  code: "lifecycle-role-missing",
  severity: "warning",
  summary:
    "A lifecycle policy covers copies in another account, but no environment creates the role that it assumes there. The copies will stay.",
  source: lifecycleSource,
  fail: [cleaned(both(copying, receiving.replace("consumer:\n", "consumer:\n  lifecycleRole: ▸false\n")))],
  pass: [cleaned(both(copying, receiving))],
};

export const roleRules: readonly Rule[] = [
  distributionRoleTwice,
  distributionRoleMissing,
  builderNotTrusted,
  lifecycleRoleTwice,
  lifecycleRoleMissing,
];

/** Checks that an account has each role once, and that it lets in whoever needs it. */
export function checkRoles(project: Project): Problem[] {
  const byAccount = new Map<string, Consuming[]>();
  for (const consuming of consumingIn(project)) {
    const { account } = consuming.value;
    byAccount.set(account, [...(byAccount.get(account) ?? []), consuming]);
  }
  const environments = environmentsOf(project);
  return [...byAccount].flatMap(([account, consumers]) => [
    ...checkDistributionRole(account, consumers, environments),
    ...checkLifecycleRole(account, consumers, environments),
  ]);
}

function checkDistributionRole(
  account: string,
  consumers: readonly Consuming[],
  environments: readonly Named[],
): Problem[] {
  const [maker, ...others] = consumers.filter(({ consumer }) => consumer.distributionRole);
  if (maker === undefined) return consumers.flatMap((consuming) => checkMissing(consuming, environments));
  const twice = others.map((other) => {
    const message = `environment "${maker.name}" makes the distribution role of account "${account}", too`;
    const fix = "write distributionRole: false in one of the two";
    return problemOf(distributionRoleTwice, other.source.file, rangeOf("distributionRole", other), message, fix);
  });
  const names = new Set(consumers.flatMap(({ consumer }) => Object.keys(consumer.from)));
  const trusted = new Set(environments.filter(({ name }) => names.has(name)).map(({ value }) => value.account));
  const strangers = environments.filter(({ value }) => value.account !== account && !trusted.has(value.account));
  return [...twice, ...strangers.flatMap((stranger) => checkStranger(stranger, account, maker))];
}

function checkLifecycleRole(
  account: string,
  consumers: readonly Consuming[],
  environments: readonly Named[],
): Problem[] {
  const builderNames = new Set(consumers.flatMap(({ consumer }) => Object.keys(consumer.from)));
  const [cleaner] = environments.filter(
    ({ name, value }) => builderNames.has(name) && cleaningUp(account, [value]).length > 0,
  );
  if (cleaner === undefined) return [];
  const [maker, ...others] = consumers.filter(({ consumer }) => makesLifecycleRole(consumer));
  const report = (rule: Rule, consuming: Consuming, message: string, fix: string) =>
    problemOf(rule, consuming.source.file, rangeOf("lifecycleRole", consuming), message, fix);
  if (maker !== undefined)
    return others.map((other) => {
      const message = `environment "${maker.name}" makes the role for lifecycle policies in account "${account}", too`;
      return report(lifecycleRoleTwice, other, message, "write lifecycleRole: false in one of the two");
    });
  return consumers
    .filter(({ consumer }) => Object.hasOwn(consumer.from, cleaner.name))
    .map((consuming) => {
      const message = `lifecycle policies of "${cleaner.name}" reach copies in account "${account}", where no environment makes the role for them`;
      return report(
        lifecycleRoleMissing,
        consuming,
        message,
        "write lifecycleRole: true, or make sure that the role is created elsewhere",
      );
    });
}

function checkMissing(consuming: Consuming, environments: readonly Named[]): Problem[] {
  const { account, region } = consuming.value;
  const acting = environments.find(
    ({ name, value }) =>
      name in consuming.consumer.from &&
      deliveriesTo(account, value).some((delivery) => delivery.target.region === region && actsThere(delivery)),
  );
  if (acting === undefined) return [];
  const message = `environment "${acting.name}" needs the distribution role of account "${account}", which no environment makes`;
  const fix = "write distributionRole: true, or make sure that the role is created elsewhere";
  return [
    problemOf(distributionRoleMissing, consuming.source.file, rangeOf("distributionRole", consuming), message, fix),
  ];
}

function checkStranger(
  { name, source: { file }, source: yaml, value }: Named,
  account: string,
  maker: Consuming,
): Problem[] {
  return deliveriesTo(account, value).flatMap((delivery) =>
    placesIn(delivery, account).map((path) => {
      const message = `the distribution role of account "${account}" does not let in "${value.account}": no consumer there names "${name}"`;
      const fix = `add "${name}" to consumer.from in ${maker.source.file}`;
      return problemOf(builderNotTrusted, file, yaml.locate(path), message, fix);
    }),
  );
}

/** Where a distribution says that Image Builder acts in an account. */
function placesIn({ image, index, target }: Delivery, account: string): YamlPath[] {
  const base = ["images", image, "distribute", index];
  const copies = (target.copyTo?.accounts ?? []).flatMap((each, at) =>
    each === account ? [[...base, "copyTo", "accounts", at]] : [],
  );
  const settings = (["ssmParameters", "launchTemplates"] as const).flatMap((key) =>
    target[key].flatMap((each, at) => (each.account === account ? [[...base, key, at, "account"]] : [])),
  );
  return [...copies, ...settings];
}

/** The setting, or where it is left out the consumer. */
function rangeOf(setting: "distributionRole" | "lifecycleRole", { source: yaml, raw }: Consuming) {
  const written = (raw as { consumer: object }).consumer;
  return setting in written ? yaml.locate(["consumer", setting]) : yaml.locateKey(["consumer"]);
}
