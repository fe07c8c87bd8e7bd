import { getNodeValue, type Node } from "jsonc-parser";
import { z } from "zod";

import { howToRun } from "../problems/how-to-run";
import {
  type EnvironmentEntries,
  type EnvironmentEntry,
  environmentIntegrity,
  madeTypes,
  stackRoles,
  statuses,
} from "./environment-entry";
import { membersOf, type Report } from "./lock-members";
import { lockFormat } from "./rules/lock-format";
import { lockIntegrity } from "./rules/lock-integrity";

const address = z.string().regex(new RegExp(`^(${Object.keys(madeTypes).join("|")})\\.[A-Za-z_][\\w-]*$`));
const entrySchema = z.strictObject({
  account: z.string(),
  region: z.string(),
  integrity: z.string(),
  stacks: z.partialRecord(z.enum(stackRoles), z.enum(["filled", "emptied"])),
  made: z.record(
    address,
    z.strictObject({
      name: z.string(),
      status: z.enum(statuses).default("made"),
      onRemoval: z.literal("destroy").optional(),
      with: z.array(z.string()).default([]),
    }),
  ),
  workflows: z.array(z.string()).default([]),
  network: z.literal("made").optional(),
  names: z.record(z.string(), z.array(z.string()).min(1)).default({}),
});

/** Reads what the lock remembers of environments; a lock of an older release remembers nothing of them. */
export function readEnvironments(section: Node | undefined, report: Report): EnvironmentEntries {
  const entries = new Map<string, EnvironmentEntry>();
  if (section === undefined) return entries;
  for (const [name, node] of membersOf(section, report)) {
    const parsed = entrySchema.safeParse(getNodeValue(node));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      report(
        lockFormat,
        node,
        `environment "${name}" is not laid out as this release writes it: ${issue?.path.join(".") ?? ""}`,
      );
      continue;
    }
    const { account, region, integrity, stacks, made, workflows, network, names } = parsed.data;
    const entry: EnvironmentEntry = {
      account,
      region,
      stacks: new Map(
        stackRoles.flatMap((role) => (stacks[role] === undefined ? [] : [[role, stacks[role]] as const])),
      ),
      made: new Map(
        Object.entries(made).map(([each, { name: called, status, onRemoval, with: along }]) => [
          each,
          { name: called, status, emptied: onRemoval === "destroy", with: along },
        ]),
      ),
      workflows,
      network: network === "made",
      names: new Map(Object.entries(names)),
    };
    if (integrity !== environmentIntegrity(name, entry))
      report(
        lockIntegrity,
        node,
        `environment "${name}" was changed by something other than "${howToRun("lock")}": its integrity does not fit`,
      );
    else entries.set(name, entry);
  }
  return entries;
}
