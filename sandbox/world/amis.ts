import type { Ami, AmiState, World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";
import { tagParameters } from "./tag-parameters";

const version = "2016-11-15";

export function amis(
  calls: MotoCalls,
): Pick<World, "createImage" | "copyImage" | "shareImage" | "deregisterImage" | "setImageState"> {
  return {
    createImage: (region, instanceId, { name, description, tags }) =>
      calls.ec2(
        region,
        {
          Action: "CreateImage",
          InstanceId: instanceId,
          Name: name,
          ...(description === undefined ? {} : { Description: description }),
          "TagSpecification.1.ResourceType": "image",
          ...tagParameters("TagSpecification.1.Tag", tags),
        },
        "imageId",
      ),
    copyImage: async (from, to, { name, description, tags }) => {
      const target = calls.in(to.accountId);
      // moto can only copy within an account. In another account, the AMI is registered.
      const source: Record<string, string> =
        from.accountId === to.accountId
          ? { Action: "CopyImage", SourceRegion: from.region, SourceImageId: from.imageId }
          : { Action: "RegisterImage" };
      const imageId = await target.ec2(
        to.region,
        { ...source, Name: name, ...(description === undefined ? {} : { Description: description }) },
        "imageId",
      );
      // moto does not copy tags.
      await target.form("ec2", to.region, {
        Version: version,
        Action: "CreateTags",
        "ResourceId.1": imageId,
        ...tagParameters("Tag", tags),
      });
      return imageId;
    },
    shareImage: async ({ region, accountId, imageId }, permission) => {
      const added = [
        ...(permission.userIds ?? []).map((id) => ["UserId", id] as const),
        ...(permission.userGroups ?? []).map((group) => ["Group", group] as const),
        ...(permission.organizationArns ?? []).map((arn) => ["OrganizationArn", arn] as const),
        ...(permission.organizationalUnitArns ?? []).map((arn) => ["OrganizationalUnitArn", arn] as const),
      ];
      if (added.length === 0) return;
      await calls.in(accountId).form("ec2", region, {
        Version: version,
        Action: "ModifyImageAttribute",
        ImageId: imageId,
        ...Object.fromEntries(added.map(([kind, id], index) => [`LaunchPermission.Add.${index + 1}.${kind}`, id])),
      });
    },
    deregisterImage: async (ami, withSnapshots) => {
      const snapshots = withSnapshots ? await snapshotsOf(calls, ami) : [];
      const { region, accountId, imageId } = ami;
      const owner = calls.in(accountId);
      await owner.form("ec2", region, { Version: version, Action: "DeregisterImage", ImageId: imageId });
      for (const SnapshotId of snapshots)
        await owner.form("ec2", region, { Version: version, Action: "DeleteSnapshot", SnapshotId });
    },
    setImageState: async ({ region, accountId, imageId }, state, now) => {
      for (const parameters of stateCalls(state, now))
        await calls.in(accountId).form("ec2", region, { Version: version, ...parameters, ImageId: imageId });
    },
  };
}

/** Returns the EC2 calls that change an AMI to a state, whatever its current state. */
function stateCalls(state: AmiState, now: Date): readonly Readonly<Record<string, string>>[] {
  switch (state) {
    case "AVAILABLE":
      return [{ Action: "EnableImage" }, { Action: "DisableImageDeprecation" }];
    case "DEPRECATED":
      return [{ Action: "EnableImage" }, { Action: "EnableImageDeprecation", DeprecateAt: now.toISOString() }];
    case "DISABLED":
      return [{ Action: "DisableImage" }];
  }
}

async function snapshotsOf(calls: MotoCalls, { region, accountId, imageId }: Ami): Promise<string[]> {
  const described = { Version: version, Action: "DescribeImages", "ImageId.1": imageId };
  const xml = await calls.in(accountId).form("ec2", region, described);
  return [...xml.matchAll(/<snapshotId>([^<]+)<\/snapshotId>/g)].map(([, id = ""]) => id);
}
