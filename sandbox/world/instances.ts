import type { World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";
import { tagParameters } from "./tag-parameters";

export function instances(calls: MotoCalls): Pick<World, "launchInstance" | "terminateInstance"> {
  return {
    launchInstance: ({
      region,
      imageId,
      instanceType,
      instanceProfileName,
      subnetId,
      securityGroupIds,
      keyPair,
      tags,
    }) =>
      calls.ec2(
        region,
        {
          Action: "RunInstances",
          MinCount: "1",
          MaxCount: "1",
          ImageId: imageId,
          InstanceType: instanceType,
          "IamInstanceProfile.Name": instanceProfileName,
          ...(subnetId === undefined ? {} : { SubnetId: subnetId }),
          ...(keyPair === undefined ? {} : { KeyName: keyPair }),
          ...Object.fromEntries(securityGroupIds.map((id, index) => [`SecurityGroupId.${index + 1}`, id])),
          "TagSpecification.1.ResourceType": "instance",
          ...tagParameters("TagSpecification.1.Tag", tags),
        },
        "instanceId",
      ),
    terminateInstance: async (region, instanceId) => {
      await calls.ec2(region, { Action: "TerminateInstances", "InstanceId.1": instanceId }, "instanceId");
    },
  };
}
