import { z } from "zod";

import { name } from "./common";

const nameInAws = name
  .optional()
  .describe("Its name in AWS. Default: its path with hyphens for slashes, after `namePrefix`.");

/** What an environment says of a component document. */
export const componentSettings = z.strictObject({ name: nameInAws });

/** What an environment says of a workflow document. */
export const workflowSettings = z.strictObject({ name: nameInAws });
