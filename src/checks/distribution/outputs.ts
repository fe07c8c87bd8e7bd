import type { WrittenTarget } from "../../factory/written-builds";
import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";

/** What is written, besides the AMI, in a region that receives it. */
export interface Output {
  readonly path: YamlPath;
  /** E.g. `the SSM parameter "/golden/base"`. */
  readonly what: string;
  /** Equal where two would be written over each other: account and name. */
  readonly key: string;
}

/** What a distribution of an image writes, in the order of its kinds. */
export function outputsOf({ value: { account: own } }: Environment, { image, target, path }: WrittenTarget): Output[] {
  return [
    ...target.ssmParameters.map(({ name, account = own }, index) => ({
      path: [...path, "ssmParameters", index, "name"],
      what: `the SSM parameter "${name}"`,
      key: `${account} ${name}`,
    })),
    ...target.launchTemplates.map(({ id, account = own }, index) => ({
      path: [...path, "launchTemplates", index, "id"],
      what: `the launch template "${id}"`,
      key: `${account} ${id}`,
    })),
    ...target.fastLaunch.map(({ account }, index) => ({
      path: [...path, "fastLaunch", index, ...(account === undefined ? [] : ["account"])],
      what: `Fast Launch of account "${account ?? own}"`,
      key: `${account ?? own} ${image}`,
    })),
  ];
}
