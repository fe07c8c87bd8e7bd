import type { World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";

export function launchTemplates(calls: MotoCalls): Pick<World, "updateLaunchTemplate"> {
  return {
    updateLaunchTemplate: async ({ region, accountId, imageId }, LaunchTemplateId, setDefault) => {
      const owner = calls.in(accountId);
      const version = await owner.ec2(
        region,
        {
          Action: "CreateLaunchTemplateVersion",
          LaunchTemplateId,
          SourceVersion: "$Default",
          "LaunchTemplateData.ImageId": imageId,
        },
        "versionNumber",
      );
      if (!setDefault) return;
      await owner.ec2(
        region,
        { Action: "ModifyLaunchTemplate", LaunchTemplateId, SetDefaultVersion: version },
        "launchTemplateId",
      );
    },
  };
}
