import { readFileSync } from "node:fs";
import { join } from "node:path";

import { actionOf } from "./action-of";
import { like } from "./conditions";
import { many, type Policy } from "./policy";

const page = readFileSync(join(__dirname, "../../../docs/deploying-identity.md"), "utf8");

/** Policy in docs/deploying-identity.md, which users copy. */
export const deployingPolicy = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? "{}") as Policy;

/** Returns the permissions that calls need but the policy lacks, without duplicates. GetCallerIdentity needs no permission. */
export function notAllowed(calls: readonly { readonly service: string; readonly operation: string }[]): string[] {
  const patterns = deployingPolicy.Statement.flatMap(({ Action }) => many(Action));
  const needed = new Set(calls.map(actionOf));
  needed.delete("sts:GetCallerIdentity");
  return [...needed].filter((action) => !patterns.some((pattern) => like(action, pattern)));
}
