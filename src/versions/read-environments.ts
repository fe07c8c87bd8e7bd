import { getNodeValue, type Node } from "jsonc-parser";
import { z } from "zod";

import { howToRun } from "../problems/how-to-run";
import {
  createdTypes,
  type EnvironmentEntries,
  type EnvironmentEntry,
  environmentIntegrity,
  stackRoles,
  statuses,
} from "./environment-entry";
import { formerEntry } from "./former-words";
import { membersOf, type Report } from "./lock-members";
import { lockFormat } from "./rules/lock-format";
import { lockIntegrity } from "./rules/lock-integrity";

const addressSchema = z.string().regex(new RegExp(`^(${Object.keys(createdTypes).join("|")})\\.[A-Za-z_][\\w-]*$`));
const entrySchema = z.strictObject({
  account: z.string(),
  region: z.string(),
  integrity: z.string(),
  stacks: z.partialRecord(z.enum(stackRoles), z.enum(["filled", "emptied"])),
  created: z.record(
    addressSchema,
    z.strictObject({
      name: z.string(),
      status: z.enum(statuses).default("created"),
      onRemoval: z.literal("destroy").optional(),
      with: z.array(z.string()).default([]),
    }),
  ),
  workflows: z.array(z.string()).default([]),
  network: z.literal("created").optional(),
  names: z.record(z.string(), z.array(z.string()).min(1)).default({}),
});

/** Reads the environments of a lock. Locks of older releases have none, or use former terms. */
export function readEnvironments(
  section: Node | undefined,
  report: Report,
): { readonly environments: EnvironmentEntries; readonly inFormerWords: boolean } {
  const environments = new Map<string, EnvironmentEntry>();
  let inFormerWords = false;
  if (section === undefined) return { environments, inFormerWords };
  for (const [name, node] of membersOf(section, report)) {
    const written: unknown = getNodeValue(node);
    const former = formerEntry.safeParse(written);
    const parsed = entrySchema.safeParse(former.data ?? written);
    if (!parsed.success) {
      const places = parsed.error.issues.map(({ path }) => path.join("."));
      report(lockFormat, node, `environment "${name}" is not laid out as this release writes it: ${places.join(", ")}`);
      continue;
    }
    inFormerWords ||= former.success;
    const { integrity, ...members } = written as { readonly integrity: string };
    if (integrity === environmentIntegrity(name, members)) environments.set(name, entryOf(parsed.data));
    else
      report(
        lockIntegrity,
        node,
        `environment "${name}" was changed by something other than "${howToRun("lock")}": its integrity does not fit`,
      );
  }
  return { environments, inFormerWords };
}

function entryOf({
  account,
  region,
  stacks,
  created,
  workflows,
  network,
  names,
}: z.output<typeof entrySchema>): EnvironmentEntry {
  return {
    account,
    region,
    stacks: new Map(stackRoles.flatMap((role) => (stacks[role] === undefined ? [] : [[role, stacks[role]] as const]))),
    created: new Map(
      Object.entries(created).map(([address, { name, status, onRemoval, with: along }]) => [
        address,
        { name, status, emptied: onRemoval === "destroy", with: along },
      ]),
    ),
    workflows,
    network: network === "created",
    names: new Map(Object.entries(names)),
  };
}
