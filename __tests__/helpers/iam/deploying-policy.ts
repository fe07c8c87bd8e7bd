import { readFileSync } from "node:fs";
import { join } from "node:path";

import { actionOf } from "./action-of";
import { like } from "./conditions";
import { many, type Policy } from "./policy";

const page = readFileSync(join(__dirname, "../../../docs/deploying-identity.md"), "utf8");

/** The policy that docs/deploying-identity.md offers to be copied. */
export const deployingPolicy = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? "{}") as Policy;

/** The permissions that calls need and the policy does not have, each once. Who asks who he is needs none. */
export function notAllowed(calls: readonly { readonly service: string; readonly operation: string }[]): string[] {
  const patterns = deployingPolicy.Statement.flatMap(({ Action }) => many(Action));
  const needed = new Set(calls.map(actionOf));
  needed.delete("sts:GetCallerIdentity");
  return [...needed].filter((action) => !patterns.some((pattern) => like(action, pattern)));
}
