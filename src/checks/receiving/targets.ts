import { exampleProject } from "../../definitions/rules";
import type { Distribution } from "../../definitions/schema/distribution";
import { deliveriesTo } from "../../factory/delivery";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { environmentsOf, type Named } from "./consuming";
import { sharing } from "./example";

const parameter = (account: string) => ({
  "environments/dev.yaml": `${sharing}        ssmParameters: [{ name: /images/base, account: ${account} }]\n`,
});
const template = (account: string) => ({
  "environments/dev.yaml": `${sharing}        launchTemplates: [{ id: lt-0123456789abcdef0, account: ${account} }]\n`,
});

export const ssmParameterAccount: Rule = {
  code: "ssm-parameter-account",
  severity: "error",
  summary: "An SSM parameter would be written in an account that does not receive the image.",
  source: "API field SsmParameterConfiguration.amiAccountId: a target account of the distribution in that region",
  fail: [parameter('▸"444455556666"')],
  pass: [parameter('"111122223333"')],
};

export const launchTemplateAccount: Rule = {
  code: "launch-template-account",
  severity: "warning",
  summary: "A launch template would get an AMI that its account neither receives as a copy nor may launch.",
  source: "EC2 User Guide, sharing an AMI: accounts without launch permission cannot launch it",
  fail: [template('▸"444455556666"')],
  pass: [template('"111122223333"')],
};

const launching = (account: string) => ({
  "images/base.yaml": exampleProject.image
    .replace("amazon-linux-2023", "windows-server-2022")
    .replace("linux\n", "windows\n"),
  "environments/dev.yaml": `${sharing}        fastLaunch: [{ account: ${account} }]\n`,
});

export const fastLaunchAccount: Rule = {
  code: "fast-launch-account",
  severity: "warning",
  summary: "EC2 Fast Launch is requested for another account, which Image Builder does not support.",
  source:
    "Image Builder User Guide, Prerequisites for EC2 Fast Launch: it must be enabled from the destination account",
  fail: [launching('▸"111122223333"')],
  pass: [launching('"123456789012"')],
};

export const targetRules: readonly Rule[] = [ssmParameterAccount, launchTemplateAccount, fastLaunchAccount];

const rules = {
  ssmParameters: ssmParameterAccount,
  launchTemplates: launchTemplateAccount,
} as const;

/** Checks that an image goes to the accounts in which something is to be set to it. */
export function checkTargets(project: Project): Problem[] {
  return environmentsOf(project).flatMap((environment) =>
    Object.entries(environment.value.images).flatMap(([image, { distribute = [] }]) =>
      distribute.flatMap((target, index) => checkTarget(environment, image, index, target)),
    ),
  );
}

function checkTarget({ source, value }: Named, image: string, index: number, target: Distribution): Problem[] {
  const reaches = (account: string): boolean => {
    if (account === value.account) return true;
    const delivery = deliveriesTo(account, value).find((each) => each.image === image && each.index === index);
    return delivery?.copied === true || delivery?.shared !== "no";
  };
  const launched = target.fastLaunch.flatMap(({ account }, at) => {
    if (account === undefined || account === value.account) return [];
    const path = ["images", image, "distribute", index, "fastLaunch", at, "account"];
    const message = `Image Builder sets up Fast Launch only in "${value.account}", not in "${account}"`;
    const fix = `enable it from "${account}", once the AMI is there, and remove the entry`;
    return [problemOf(fastLaunchAccount, source.file, source.locate(path), message, fix)];
  });
  const set = (["ssmParameters", "launchTemplates"] as const).flatMap((key) =>
    target[key].flatMap(({ account }, at) => {
      if (account === undefined || reaches(account)) return [];
      const path = ["images", image, "distribute", index, key, at, "account"];
      const message = `"${image}" does not go to "${account}" in "${target.region}"`;
      const fix = `add "${account}" to copyTo.accounts or share.accounts there, or leave account out for this environment's own`;
      return [problemOf(rules[key], source.file, source.locate(path), message, fix)];
    }),
  );
  return [...set, ...launched];
}
