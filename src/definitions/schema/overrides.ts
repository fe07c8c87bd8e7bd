import { z } from "zod";

/** Arguments of generated resources in Terraform's notation, by address, then by argument name. */
export const overrides = z.record(
  z.string().regex(/^aws_[a-z0-9_]+\.[A-Za-z_][\w-]*$/, "the address of a resource, e.g. aws_ecr_repository.app"),
  z.record(z.string().regex(/^[a-z][a-z0-9_]*$/, "an argument, as Terraform names it"), z.json()),
);

export type Overrides = z.output<typeof overrides>;
