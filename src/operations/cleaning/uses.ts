import { paginateDescribeAutoScalingGroups, paginateDescribeLaunchConfigurations } from "@aws-sdk/client-auto-scaling";
import {
  DescribeLaunchTemplateVersionsCommand,
  type DescribeLaunchTemplateVersionsCommandOutput as Answer,
  type FleetLaunchTemplateSpecification,
  paginateDescribeFleets,
  paginateDescribeLaunchTemplateVersions,
  paginateDescribeSpotFleetRequests,
} from "@aws-sdk/client-ec2";

import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";
import { orElse } from "../aws/exists";

/** Descriptions of what launches instances of an AMI in one region, by AMI id. */
export type Uses = ReadonlyMap<string, readonly string[]>;

/**
 * Finds what launches instances of AMIs: launch templates by their newest and default versions; Auto Scaling groups, EC2 Fleets and Spot
 * Fleets by the version that they name; and launch configurations. Older versions of launch templates that nothing names do not count.
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
    for (const each of page.LaunchTemplateVersions ?? []) {
      const { LaunchTemplateId: id, LaunchTemplateName: name } = complete(
        each,
        "LaunchTemplateId",
        "LaunchTemplateName",
      );
      const named = each.LaunchTemplateData?.ImageId;
      // A launch template that names an SSM parameter launches the AMI in the parameter.
      const ami = named?.startsWith("resolve:")
        ? await amiOf(connection, region, { id }, String(each.VersionNumber ?? "$Default"))
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
      const who = `Auto Scaling group ${complete(group, "AutoScalingGroupName").AutoScalingGroupName}`;
      if (group.LaunchConfigurationName !== undefined) add(configurations.get(group.LaunchConfigurationName), who);
      const mixed = group.MixedInstancesPolicy?.LaunchTemplate;
      const templates = [
        group.LaunchTemplate,
        mixed?.LaunchTemplateSpecification,
        ...(mixed?.Overrides ?? []).map(({ LaunchTemplateSpecification: each }) => each),
        ...(group.Instances ?? []).map(({ LaunchTemplate: each }) => each),
      ];
      for (const template of templates)
        if (template?.LaunchTemplateId !== undefined)
          add(await amiOf(connection, region, { id: template.LaunchTemplateId }, template.Version ?? "$Default"), who);
    }
  const addTemplate = async (template: FleetLaunchTemplateSpecification | undefined, who: string): Promise<void> => {
    if (template === undefined) return;
    // If a fleet was given the name of a launch template, its id may be missing.
    const { LaunchTemplateId: id, LaunchTemplateName: name = "", Version: version = "$Default" } = template;
    add(await amiOf(connection, region, id === undefined ? { name } : { id }, version), who);
  };
  for await (const page of paginateDescribeFleets({ client }, {}))
    for (const { FleetId: id = "", FleetState: state = "", LaunchTemplateConfigs: configs = [] } of page.Fleets ?? []) {
      if (ended.test(state)) continue;
      for (const { LaunchTemplateSpecification: template, Overrides: overrides = [] } of configs) {
        await addTemplate(template, `EC2 Fleet ${id}`);
        for (const { ImageId: ami } of overrides) add(ami, `EC2 Fleet ${id}`);
      }
    }
  for await (const page of paginateDescribeSpotFleetRequests({ client }, {}))
    for (const {
      SpotFleetRequestId: id = "",
      SpotFleetRequestState: state = "",
      ...request
    } of page.SpotFleetRequestConfigs ?? []) {
      if (ended.test(state)) continue;
      const { LaunchSpecifications: launches = [], LaunchTemplateConfigs: configs = [] } =
        request.SpotFleetRequestConfig ?? {};
      for (const { ImageId: ami } of launches) add(ami, `Spot Fleet ${id}`);
      for (const { LaunchTemplateSpecification: template } of configs) await addTemplate(template, `Spot Fleet ${id}`);
    }
  return uses;
}

/** States of a fleet that launches nothing any more. Source: EC2 API Reference, FleetData.fleetState and SpotFleetRequestConfig. */
const ended =
  /^(deleted|deleted_terminating|deleted-terminating|deleted_running|deleted-running|failed|cancelled|cancelled_running|cancelled_terminating)$/;

async function amiOf(
  { ec2 }: Connection,
  region: string,
  template: { readonly id: string } | { readonly name: string },
  version: string,
): Promise<string | undefined> {
  const named = "id" in template ? { LaunchTemplateId: template.id } : { LaunchTemplateName: template.name };
  const answer = ec2(region).send(
    new DescribeLaunchTemplateVersionsCommand({ ...named, Versions: [version], ResolveAlias: true }),
  );
  // A launch template or parameter that no longer exists launches nothing. Any other failure is thrown: without an answer, nothing may be removed.
  const { LaunchTemplateVersions: [found] = [] } = await orElse<Pick<Answer, "LaunchTemplateVersions">>(answer, {}, [
    "missing",
    "other",
  ]);
  return found?.LaunchTemplateData?.ImageId;
}
