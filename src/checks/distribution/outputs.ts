import type { WrittenTarget } from "../../factory/written-builds";
import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";

/** A resource other than the AMI that a distribution writes in a region. */
export interface Output {
  readonly path: YamlPath;
  /** Description, for example `the SSM parameter "/golden/base"`. */
  readonly what: string;
  /** Account and name; equal if two outputs would overwrite each other. */
  readonly key: string;
}

/** Returns the outputs of a distribution: parameters, launch templates, then Fast Launch settings. */
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
