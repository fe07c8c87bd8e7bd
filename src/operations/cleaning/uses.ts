import { paginateDescribeAutoScalingGroups, paginateDescribeLaunchConfigurations } from "@aws-sdk/client-auto-scaling";
import { DescribeLaunchTemplateVersionsCommand, paginateDescribeLaunchTemplateVersions } from "@aws-sdk/client-ec2";

import type { Connection } from "../aws/connection";
import { troubleOf } from "../aws/trouble";

/** Who launches instances of an AMI in one region: by its id, in words. */
export type Uses = ReadonlyMap<string, readonly string[]>;

/**
 * Launch templates by their newest and default versions, Auto Scaling groups by the version that they name, and launch configurations. An older version
 * that nothing names counts for nothing.
 */
export async function usesIn(connection: Connection, region: string): Promise<Uses> {
  const uses = new Map<string, string[]>();
  const add = (ami: string | undefined, who: string): void => {
    if (ami === undefined) return;
    const known = uses.get(ami) ?? [];
    if (!known.includes(who)) uses.set(ami, [...known, who]);
  };
  const client = connection.ec2(region);
  for await (const page of paginateDescribeLaunchTemplateVersions({ client }, { Versions: ["$Latest", "$Default"] }))
    for (const { LaunchTemplateData: data, LaunchTemplateName: name = "", ...each } of page.LaunchTemplateVersions ??
      []) {
      const named = data?.ImageId;
      // One that follows an SSM parameter launches what the parameter holds.
      const ami = named?.startsWith("resolve:")
        ? await amiOf(connection, region, each.LaunchTemplateId ?? "", String(each.VersionNumber ?? "$Default"))
        : named;
      add(ami, `launch template ${name}`);
    }
  const scaling = connection.autoScaling(region);
  const configurations = new Map<string, string>();
  for await (const page of paginateDescribeLaunchConfigurations({ client: scaling }, {}))
    for (const { LaunchConfigurationName: name = "", ImageId: ami } of page.LaunchConfigurations ?? []) {
      if (ami !== undefined) configurations.set(name, ami);
      add(ami, `launch configuration ${name}`);
    }
  for await (const page of paginateDescribeAutoScalingGroups({ client: scaling }, {}))
    for (const group of page.AutoScalingGroups ?? []) {
      const who = `Auto Scaling group ${group.AutoScalingGroupName ?? ""}`;
      add(configurations.get(group.LaunchConfigurationName ?? ""), who);
      const mixed = group.MixedInstancesPolicy?.LaunchTemplate;
      const templates = [
        group.LaunchTemplate,
        mixed?.LaunchTemplateSpecification,
        ...(mixed?.Overrides ?? []).map(({ LaunchTemplateSpecification: each }) => each),
        ...(group.Instances ?? []).map(({ LaunchTemplate: each }) => each),
      ];
      for (const template of templates)
        if (template?.LaunchTemplateId !== undefined)
          add(await amiOf(connection, region, template.LaunchTemplateId, template.Version ?? "$Default"), who);
    }
  return uses;
}

async function amiOf({ ec2 }: Connection, region: string, id: string, version: string): Promise<string | undefined> {
  try {
    const { LaunchTemplateVersions: [found] = [] } = await ec2(region).send(
      new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId: id, Versions: [version], ResolveAlias: true }),
    );
    return found?.LaunchTemplateData?.ImageId;
  } catch (error) {
    const trouble = troubleOf(error);
    // A template or parameter that is gone launches nothing. Without an answer nobody knows, and nothing may be removed.
    if (trouble !== "missing" && trouble !== "other") throw error;
    return undefined;
  }
}
