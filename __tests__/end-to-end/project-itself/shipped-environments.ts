import { readdirSync } from "node:fs";
import { join } from "node:path";

import { repository } from "../harness";

/** The environments of this repository; beside each definition lies the lock of its provider. */
export const shippedEnvironments = readdirSync(join(repository, "environments"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(/\.yaml$/, ""));
