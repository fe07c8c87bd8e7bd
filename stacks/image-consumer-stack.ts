import type { Construct } from "constructs";

import { ChannelRole } from "../src/constructs/channel-role";
import { CrossAccountLifecycleRole } from "../src/constructs/cross-account-lifecycle-role";
import { DistributionRole } from "../src/constructs/distribution-role";
import { KeyGrant } from "../src/constructs/key-grant";
import { LaunchTemplate } from "../src/constructs/launch-template";
import type { ImageConsumer } from "../src/factory/image-consumer";
import { ProjectStack } from "./project-stack";

export interface ImageConsumerStackProps {
  readonly consumer: ImageConsumer;
  /** Relative path from the folder of the stack to the project folder. Default: `../../..`. */
  readonly toProject?: string;
}

/** The stack with which an account and region receives images of other accounts. */
export class ImageConsumerStack extends ProjectStack {
  constructor(scope: Construct, id: string, { consumer, toProject }: ImageConsumerStackProps) {
    super(scope, id, consumer, toProject);

    for (const grant of consumer.grants) new KeyGrant(this, `key-grant-${grant.id}`, { grant });
    const templates = new Map<string, LaunchTemplate>();
    for (const launchTemplate of consumer.launchTemplates) {
      const template = new LaunchTemplate(this, `launch-template-${launchTemplate.id}`, { launchTemplate });
      // Image Builder does not update launch templates that follow a channel.
      if (launchTemplate.parameter === undefined) templates.set(launchTemplate.name, template);
    }
    if (templates.size > 0)
      this.output(
        "launch_template_ids",
        "Id of each launch template, by name, for launchTemplates where its image is built",
        Object.fromEntries([...templates].map(([name, { launchTemplateId }]) => [name, launchTemplateId])),
      );

    this.finish();

    if (consumer.lifecycleRole !== undefined)
      new CrossAccountLifecycleRole(this, "lifecycle-role", { ...consumer.lifecycleRole, place: consumer.place });

    if (consumer.channelRole !== undefined)
      new ChannelRole(this, "channel-role", { channelRole: consumer.channelRole });

    if (consumer.distributionRole === undefined) return;
    const role = new DistributionRole(this, "distribution-role", {
      ...consumer.distributionRole,
      partition: consumer.place.partition,
      launchTemplates: [...[...templates.values()].map(({ arn }) => arn), ...consumer.distributionRole.launchTemplates],
    });
    this.output("distribution_role_arn", "ARN of the role that Image Builder assumes here", role.arn);
  }
}
