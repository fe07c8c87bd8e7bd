import {
  type AutoScalingClient,
  paginateDescribeAutoScalingGroups,
  paginateDescribeLaunchConfigurations,
} from "@aws-sdk/client-auto-scaling";
import {
  DescribeLaunchTemplateVersionsCommand,
  type EC2Client,
  type FleetLaunchTemplateSpecification as NamedTemplate,
  paginateDescribeFleets,
  paginateDescribeLaunchTemplateVersions,
  paginateDescribeSpotFleetRequests,
} from "@aws-sdk/client-ec2";

import { oncePerText } from "../../collections/once-per";
import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";
import { ifExists } from "../aws/exists";

/** Descriptions of what launches instances of an AMI in one region, by AMI id. */
export type Uses = ReadonlyMap<string, ReadonlySet<string>>;

/** Something that launches instances: of an AMI, or of the AMI in a version of a launch template. */
interface Launcher {
  readonly who: string;
  readonly ami?: string;
  readonly template?: NamedTemplate;
}

/**
 * Finds what launches instances of AMIs: launch templates by their newest and default versions; Auto Scaling groups, EC2 Fleets and Spot
 * Fleets by the version that they name; and launch configurations. Older versions of launch templates that nothing names do not count.
 */
export async function usesIn(connection: Connection, region: string): Promise<Uses> {
  const client = connection.ec2(region);
  const uses = new Map<string, Set<string>>();
  const add = (ami: string | undefined, who: string): void => {
    if (ami !== undefined) uses.set(ami, (uses.get(ami) ?? new Set()).add(who));
  };
  const idOf = new Map<string, string>();
  const amiIn = oncePerText((id) => oncePerText(async (version) => amiInTemplate(client, id, version)));
  for await (const page of paginateDescribeLaunchTemplateVersions({ client }, { Versions: ["$Latest", "$Default"] }))
    for (const each of page.LaunchTemplateVersions ?? []) {
      const version = complete(each, "LaunchTemplateId", "LaunchTemplateName", "VersionNumber");
      const { LaunchTemplateId: id, LaunchTemplateName: name, VersionNumber: number } = version;
      idOf.set(name, id);
      const ami = version.LaunchTemplateData?.ImageId;
      // A launch template that names an SSM parameter launches the AMI in the parameter.
      add(ami?.startsWith("resolve:") ? await amiIn(id)(String(number)) : ami, `launch template ${name}`);
    }
  for (const launchers of [scalingLaunchers(connection.autoScaling(region)), fleetLaunchers(client)])
    for await (const { who, ami, template } of launchers) {
      add(ami, who);
      const { LaunchTemplateId: given, LaunchTemplateName: name = "", Version: version = "$Default" } = template ?? {};
      // If a fleet was given the name of a launch template, its id may be missing.
      const id = given ?? idOf.get(name);
      if (id !== undefined) add(await amiIn(id)(version), who);
    }
  return uses;
}

/** Lists launch configurations and Auto Scaling groups. */
async function* scalingLaunchers(client: AutoScalingClient): AsyncGenerator<Launcher> {
  const configurations = new Map<string, string | undefined>();
  for await (const page of paginateDescribeLaunchConfigurations({ client }, {}))
    for (const each of page.LaunchConfigurations ?? []) {
      const { LaunchConfigurationName: name, ImageId: ami } = complete(each, "LaunchConfigurationName");
      configurations.set(name, ami);
      yield { who: `launch configuration ${name}`, ami };
    }
  for await (const page of paginateDescribeAutoScalingGroups({ client }, {}))
    for (const group of page.AutoScalingGroups ?? []) {
      const who = `Auto Scaling group ${complete(group, "AutoScalingGroupName").AutoScalingGroupName}`;
      if (group.LaunchConfigurationName !== undefined)
        yield { who, ami: configurations.get(group.LaunchConfigurationName) };
      const { LaunchTemplateSpecification: mixed, Overrides: overrides = [] } =
        group.MixedInstancesPolicy?.LaunchTemplate ?? {};
      yield { who, template: group.LaunchTemplate };
      yield { who, template: mixed };
      for (const { LaunchTemplateSpecification: template } of overrides) yield { who, template };
      for (const { LaunchTemplate: template } of group.Instances ?? []) yield { who, template };
    }
}

/** Lists EC2 Fleets and Spot Fleets that have not ended. */
async function* fleetLaunchers(client: EC2Client): AsyncGenerator<Launcher> {
  for await (const page of paginateDescribeFleets({ client }, {}))
    for (const fleet of page.Fleets ?? []) {
      const { FleetId: id, FleetState: state } = complete(fleet, "FleetId", "FleetState");
      if (ended.test(state)) continue;
      const who = `EC2 Fleet ${id}`;
      for (const { LaunchTemplateSpecification: template, Overrides: overrides = [] } of fleet.LaunchTemplateConfigs ??
        []) {
        yield { who, template };
        for (const { ImageId: ami } of overrides) yield { who, ami };
      }
    }
  for await (const page of paginateDescribeSpotFleetRequests({ client }, {}))
    for (const request of page.SpotFleetRequestConfigs ?? []) {
      const { SpotFleetRequestId: id, SpotFleetRequestState: state } = complete(
        request,
        "SpotFleetRequestId",
        "SpotFleetRequestState",
      );
      if (ended.test(state)) continue;
      const who = `Spot Fleet ${id}`;
      const { LaunchSpecifications: launches = [], LaunchTemplateConfigs: configs = [] } =
        request.SpotFleetRequestConfig ?? {};
      for (const { ImageId: ami } of launches) yield { who, ami };
      for (const { LaunchTemplateSpecification: template } of configs) yield { who, template };
    }
}

/** States of a fleet that launches nothing any more. Source: EC2 API Reference, FleetData.fleetState and SpotFleetRequestConfig. */
const ended =
  /^(deleted|deleted_terminating|deleted-terminating|deleted_running|deleted-running|failed|cancelled|cancelled_running|cancelled_terminating)$/;

/**
 * Returns the AMI of a version of a launch template; undefined if it launches nothing: the template or the version no longer exists, or EC2
 * answers SsmInvalidParameter, because its SSM parameter does not exist or does not have the data type aws:ec2:image. All other failures
 * are thrown: an AMI that cannot be looked up may be in use.
 */
async function amiInTemplate(client: EC2Client, id: string, version: string): Promise<string | undefined> {
  const request = { LaunchTemplateId: id, Versions: [version], ResolveAlias: true };
  const answer = await ifExists(async () => client.send(new DescribeLaunchTemplateVersionsCommand(request))).catch(
    (error: unknown) => {
      if (error instanceof Error && error.name === "SsmInvalidParameter") return undefined;
      throw error;
    },
  );
  return answer?.LaunchTemplateVersions?.[0]?.LaunchTemplateData?.ImageId;
}
