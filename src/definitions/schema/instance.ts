import { z } from "zod";

import { arn, availabilityZone, instanceType } from "./common";

export const instanceTypes = z.array(instanceType).min(1);

export const placement = z.strictObject({
  tenancy: z
    .enum(["default", "dedicated", "host"])
    .default("default")
    .describe("`dedicated` is hardware for only this account; `host` is a Dedicated Host, which macOS needs."),
  availabilityZone: availabilityZone
    .optional()
    .describe("Availability Zone of the build instance. Default: that of the subnet."),
  host: z
    .string()
    .regex(/^h-([0-9a-f]{8}|[0-9a-f]{17})$/, "a Dedicated Host id: h- and 8 or 17 hexadecimal digits")
    .optional()
    .describe(
      "Dedicated Host, by id; with tenancy `host`. Only on a named host does the test instance of a macOS image wait until AWS has scrubbed the host after the build. Default: EC2 chooses among the hosts of the account.",
    ),
  hostResourceGroup: arn
    .optional()
    .describe(
      "Host resource group of License Manager, by ARN, in place of `host`; with tenancy `host`. Default: none.",
    ),
});

const metadataOptions = z.strictObject({
  tokens: z
    .enum(["required", "optional"])
    .default("required")
    .describe("`required` allows only IMDSv2; `optional` also allows IMDSv1."),
  hopLimit: z
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe(
      "How many network hops an answer of the metadata service may take, 1 to 64. Default: 1, for containers 2.",
    ),
});

export const metadata = z.union([metadataOptions, z.literal("as-ami")]);
