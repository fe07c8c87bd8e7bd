import { z } from "zod";

import { availabilityZone, securityGroupId, subnetId, vpcId } from "./common";
import { exactlyOne } from "./exactly-one";
import { lookUp, securityGroupLookUp } from "./look-up";
import { securityGroup } from "./security-group";

const createdNetwork = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe("Tag `Name` of the VPC, and prefix of the names in it. Default: `image-factory` after `namePrefix`."),
  cidr: z
    .string()
    .regex(
      /^(?!.*\b0\d)((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)\/(1[6-9]|2[0-7])$/,
      "an IPv4 range from /16 to /27, e.g. 10.0.0.0/24",
    )
    .default("10.0.0.0/24")
    .describe("Range of the VPC; half of it is for build instances."),
  availabilityZone: availabilityZone.optional().describe("Availability Zone of the subnets. Default: AWS chooses."),
});

/** A subnet by ID, or its look-up. */
export const givenSubnet = z.union([subnetId, lookUp]);

/** Security groups by ID, or their look-ups. EC2 accepts up to 16 for an instance. */
export const givenGroups = z
  .array(z.union([securityGroupId, securityGroupLookUp]))
  .min(1)
  .max(16);

/** The network of build instances. */
export const network = z
  .strictObject({
    subnet: givenSubnet
      .optional()
      .describe(
        "Subnet of the build instance: its id, or `tags` and `filters` that match exactly one subnet when Terraform plans. It must reach Image Builder, SSM and S3. Default: none, with `create`.",
      ),
    securityGroups: givenGroups
      .optional()
      .describe(
        "Security groups of the build instance, each by id, or by `name`, `tags` and `filters` that match exactly one group when Terraform plans; in the VPC of the subnet, if that is looked up. EC2 accepts up to 16.",
      ),
    vpc: z
      .union([vpcId, lookUp])
      .optional()
      .describe(
        "VPC of the subnet, in which a security group without ingress is created: its id, or `tags` and `filters` that match exactly one VPC when Terraform plans.",
      ),
    securityGroup: securityGroup
      .optional()
      .describe("The created security group, with `vpc` or `create`. Default: one with the defaults of its keys."),
    create: createdNetwork
      .optional()
      .describe("Create a VPC with a private subnet for build instances, with outbound access through a NAT gateway."),
  })
  .superRefine(exactlyOne("securityGroups", "vpc", "create"))
  .refine(({ securityGroups, securityGroup: wanted }) => securityGroups === undefined || wanted === undefined, {
    message: '"securityGroup" is for a created group, but "securityGroups" is given',
    params: { fix: "remove one of the two" },
  })
  .superRefine(({ subnet, create }, context) => {
    if ((subnet === undefined) !== (create === undefined)) return;
    context.addIssue({
      code: "custom",
      path: [],
      params: { rule: "exactly-one", keys: subnet === undefined ? [] : ["subnet", "create"] },
      message:
        subnet === undefined ? `none of "subnet", "create" is given` : `"subnet" and "create" exclude each other`,
    });
  });

export type Network = z.output<typeof network>;
