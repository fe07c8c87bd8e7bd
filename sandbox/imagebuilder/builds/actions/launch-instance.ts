import { runsWith, type Tenancy } from "../../../../src/aws/tenancy";
import { Refusal } from "../../../refusal";
import { type Fields, text } from "../../fields";
import { refusedCall } from "../failure";
import type { Action } from "./action";

/** Instance type that the service chooses if the infrastructure configuration has none. */
const defaultInstanceType = "m5.large";

export const launchInstance: Action = async function* ({ build, step, type }) {
  const { infrastructure, site, log } = build;
  const { region } = site.place;
  const [instanceType = defaultInstanceType] = (step.inputs.instanceTypesOverride ??
    infrastructure.instanceTypes ??
    []) as readonly string[];
  const own = type === "TEST" ? build.amiId : undefined;
  const imageId = (step.inputs.imageIdOverride as string | undefined) ?? own ?? build.parentAmiId ?? "";
  log.add("Launching instance");
  const { tenancy = "default" } = (infrastructure.placement ?? {}) as { readonly tenancy?: Tenancy };
  if (!runsWith(tenancy, instanceType)) throw refusedCall(unsupported(), "RunInstances", step.definition.name);
  const instanceId = await site.world
    .launchInstance({
      region,
      imageId,
      instanceType,
      instanceProfileName: text(infrastructure, "instanceProfileName"),
      ...(infrastructure.subnetId === undefined ? {} : { subnetId: text(infrastructure, "subnetId") }),
      securityGroupIds: (infrastructure.securityGroupIds ?? []) as readonly string[],
      ...(infrastructure.keyPair === undefined ? {} : { keyPair: text(infrastructure, "keyPair") }),
      tags: {
        ...((infrastructure.resourceTags ?? {}) as Fields as Record<string, string>),
        CreatedBy: "EC2 Image Builder",
        Ec2ImageBuilderArn: build.arn,
        Name: `${type === "TEST" ? "Test" : "Build"} instance for ${build.image.name}`,
      },
    })
    .catch((error: unknown) => {
      throw refusedCall(error, "RunInstances", step.definition.name);
    });
  build.instances.add(instanceId);
  step.outputs = { instanceId, instanceType };
  log.add(
    `Launched instance (instance id: ${instanceId})`,
    `Waiting for instance availability (id: ${instanceId}, expected state: ['passed']). Attempt number: 1.`,
  );
  yield "progress";
  return { instanceId, instanceType };
};

/** Returns the error for an unsupported tenancy. Source: issue 1964 of rancher/os, for a T2 instance with dedicated tenancy. */
function unsupported(): Refusal {
  return new Refusal(
    "Unsupported",
    "The requested configuration is currently not supported. Please check the documentation for supported configurations.",
  );
}
