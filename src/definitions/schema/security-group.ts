import { z } from "zod";

import { fromFirstAddress } from "../../aws/ip-range";
import { portRange } from "../../aws/port-range";
import { securityGroupId, tags } from "./common";
import { exactlyOne } from "./exactly-one";

const ec2Description = z
  .string()
  .regex(/^[\w .\-:/()#,@[\]+=&;{}!$*]{1,255}$/, "1 to 255 characters that EC2 accepts in a description");

/**
 * A rule of a security group. EC2 API fields AuthorizeSecurityGroupIngress.IpPermissions and …Egress.IpPermissions. The AWS provider
 * rejects a range that does not start at its first address.
 */
const rule = z
  .strictObject({
    protocol: z.enum(["tcp", "udp", "icmp", "all"]).default("tcp").describe("Protocol of the traffic."),
    ports: z
      .union([
        z.int().min(0).max(65535),
        z.string().regex(/^\d{1,5}-\d{1,5}$/, "a port, or a range of ports such as 8000-8080"),
      ])
      .optional()
      .describe("A port, or a range of ports; for tcp and udp. Default: all ports."),
    cidr: z
      .string()
      .regex(/^(\d{1,3}\.){3}\d{1,3}\/(?!0\d)\d{1,2}$/, "an IPv4 range, e.g. 10.0.0.0/8")
      .optional()
      .describe("An IPv4 range."),
    cidrIpv6: z
      .string()
      .regex(/^[0-9a-f:]+\/(?!0\d)\d{1,3}$/i, "an IPv6 range, e.g. ::/0")
      .optional()
      .describe("An IPv6 range."),
    prefixList: z
      .string()
      .regex(/^pl-[0-9a-f]{8,17}$/, "the id of a prefix list")
      .optional()
      .describe("A prefix list, by id."),
    group: securityGroupId.optional().describe("Another security group, by id."),
    description: ec2Description.optional().describe("What the rule is for. Default: none."),
  })
  .superRefine(exactlyOne("cidr", "cidrIpv6", "prefixList", "group"))
  .refine(({ protocol, ports }) => ports === undefined || protocol === "tcp" || protocol === "udp", {
    message: '"ports" is only for tcp and udp',
    params: { fix: "remove them, or write another protocol" },
  })
  .superRefine(({ ports, cidr, cidrIpv6 }, context) => {
    const { from, to } = portRange(ports ?? 0);
    if (ports !== undefined && (from > to || to > 65535)) {
      context.addIssue({
        code: "custom",
        path: ["ports"],
        message: `"${ports}" is not a range of ports from 0 to 65535`,
        params: { fix: "write the lower one first, e.g. 8000-8080" },
      });
    }
    for (const [key, range] of Object.entries({ cidr, cidrIpv6 })) {
      if (range === undefined) continue;
      const aligned = fromFirstAddress(range);
      if (aligned === range) continue;
      const fault =
        aligned === undefined ? "is not a range of addresses" : "does not start at the first address of its range";
      context.addIssue({
        code: "custom",
        path: [key],
        message: `"${range}" ${fault}`,
        params: { fix: `write ${aligned ?? "a range such as 10.0.0.0/8 or 2001:db8::/32"}` },
      });
    }
  });

export type SecurityGroupRule = z.output<typeof rule>;

/** The security group that an environment creates. */
export const securityGroup = z.strictObject({
  name: z
    .string()
    .regex(
      /^(?!sg-|default$)[\w .\-:/()#,@[\]+=&;{}!$*]{1,255}$/,
      "1 to 255 letters, digits, spaces and . _ - : / ( ) # , @ [ ] + = & ; { } ! $ *, not starting with sg-, and not default",
    )
    .optional()
    .describe("Its name. Default: `image-factory-build` after `namePrefix`."),
  description: ec2Description
    .optional()
    .describe(
      "Its description. A change replaces the group. Default: `EC2 Image Builder build instances: no ingress`.",
    ),
  tags: tags.default({}).describe("Its tags, in addition to those of the environment."),
  ingress: z
    .array(rule)
    .default([])
    .describe(
      "Inbound access, each rule with exactly one of `cidr`, `cidrIpv6`, `prefixList` and `group`. Image Builder needs none.",
    ),
  egress: z
    .array(rule)
    .optional()
    .describe(
      "Outbound access, each rule with exactly one of `cidr`, `cidrIpv6`, `prefixList` and `group`. Default: everything to every IPv4 address.",
    ),
});

export type SecurityGroupSettings = z.output<typeof securityGroup>;
