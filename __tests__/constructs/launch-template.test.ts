import { LaunchTemplate } from "../../src/constructs/launch-template";
import type { LaunchTemplate as Settings } from "../../src/factory/image-consumer";
import { resourcesOf } from "../helpers/synthesised";

const required: Settings = { id: "prod_base", name: "base", updateDefault: true, securityGroups: [], tags: {} };
const templateWith = (settings: Partial<Settings>) =>
  resourcesOf((stack) => new LaunchTemplate(stack, "template", { launchTemplate: { ...required, ...settings } }))
    .aws_launch_template?.prod_base;

test("with required settings, it has no AMI, leaves it to Image Builder, and takes IMDSv2 alone", () => {
  expect(templateWith({})).toEqual({
    name: "base",
    update_default_version: true,
    metadata_options: { http_endpoint: "enabled", http_tokens: "required" },
    tags: { CreatedBy: "EC2 Image Builder" },
    lifecycle: { ignore_changes: ["image_id"] },
  });
});

test("with the parameter of a channel, it launches what that holds, and Image Builder leaves it alone", () => {
  expect(templateWith({ parameter: "/golden-images/dev/base/stable" })).toEqual({
    name: "base",
    image_id: "resolve:ssm:/golden-images/dev/base/stable",
    update_default_version: true,
    metadata_options: { http_endpoint: "enabled", http_tokens: "required" },
  });
});

test("with all settings, instances and their volumes get what is asked for, as it is written", () => {
  expect(
    templateWith({
      updateDefault: false,
      instanceType: "m6i.large",
      instanceProfile: "web",
      securityGroups: ["sg-0123456789abcdef0"],
      tags: { owner: "${team}" },
    }),
  ).toMatchObject({
    update_default_version: false,
    instance_type: "m6i.large",
    iam_instance_profile: { name: "web" },
    vpc_security_group_ids: ["sg-0123456789abcdef0"],
    tag_specifications: [
      { resource_type: "instance", tags: { owner: "$${team}" } },
      { resource_type: "volume", tags: { owner: "$${team}" } },
    ],
  });
});
