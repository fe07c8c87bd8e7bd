import type { TerraformStack } from "cdktf";

import { literal } from "../src/constructs/terraform-literal";
import type { Adopted } from "../src/definitions/schema/adopted";
import { terraformSince } from "../src/factory/terraform-versions";

/** The `moved`, `removed` and `import` blocks of a stack. */
export interface StateBlocks {
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Resources that are removed from the state and stay in AWS. */
  readonly removed: readonly { readonly from: string }[];
  readonly import: readonly { readonly to: string; readonly id: string }[];
}

/**
 * Adds blocks to the JSON of a stack.
 *
 * @returns the oldest Terraform version that supports the blocks; undefined if there are none
 */
export function addStateBlocks(stack: TerraformStack, ...all: readonly StateBlocks[]): string | undefined {
  const moved = all.flatMap((blocks) => blocks.moved);
  const removed = all.flatMap((blocks) => blocks.removed);
  const imported = all.flatMap((blocks) => blocks.import);
  if (moved.length > 0) stack.addOverride("moved", moved);
  if (removed.length > 0)
    stack.addOverride(
      "removed",
      // Without `destroy: false`, Terraform would destroy the resource.
      removed.map(({ from }) => ({ from, lifecycle: { destroy: false } })),
    );
  if (imported.length > 0) stack.addOverride("import", imported);
  if (removed.length > 0) return terraformSince.removed;
  if (imported.length > 0) return terraformSince.import;
  return moved.length > 0 ? terraformSince.moved : undefined;
}

/** Returns the blocks of a file below adopted/. Import ids are escaped, because they are not templates. */
export function adoptedBlocks(adopted: Adopted | undefined): StateBlocks {
  const { moved = [], removed = [], import: imported = [] } = adopted ?? {};
  return { moved, removed, import: imported.map(({ to, id }) => ({ to, id: literal(id) })) };
}
