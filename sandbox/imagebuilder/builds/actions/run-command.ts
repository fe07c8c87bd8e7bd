import { randomUUID } from "node:crypto";

import { instant } from "./action";

/** A command on the instance, of which nothing more is known here than that it succeeds. */
export const runCommand = instant(() => ({ runCommandId: randomUUID(), status: "Success", output: "" }));
