import { readdirSync } from "node:fs";
import { join } from "node:path";

import { repository } from "../harness";

/** Names of this repository's environments. The lock of its provider is beside each definition. */
export const shippedEnvironments = readdirSync(join(repository, "environments"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(/\.yaml$/, ""));
