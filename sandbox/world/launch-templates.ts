import type { World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";

export function launchTemplates(calls: MotoCalls): Pick<World, "updateLaunchTemplate"> {
  return {
    updateLaunchTemplate: async ({ region, imageId }, LaunchTemplateId, setDefault) => {
      const version = await calls.ec2(
        region,
        { Action: "CreateLaunchTemplateVersion", LaunchTemplateId, "LaunchTemplateData.ImageId": imageId },
        "versionNumber",
      );
      if (!setDefault) return;
      await calls.ec2(
        region,
        { Action: "ModifyLaunchTemplate", LaunchTemplateId, SetDefaultVersion: version },
        "launchTemplateId",
      );
    },
  };
}
