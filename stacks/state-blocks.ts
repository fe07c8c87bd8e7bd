import type { TerraformStack } from "cdktf";

import type { Adopted } from "../src/definitions/schema/adopted";
import { terraformSince } from "../src/factory/terraform-versions";

/** What Terraform is told of the objects in its state: each a list of blocks. */
export interface StateBlocks {
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** What leaves the state and stays in AWS. */
  readonly removed: readonly { readonly from: string }[];
  readonly import: readonly { readonly to: string; readonly id: string }[];
}

/**
 * Puts blocks into the JSON of a stack.
 *
 * @returns the oldest Terraform that takes them; undefined where there are none
 */
export function addStateBlocks(stack: TerraformStack, ...all: readonly StateBlocks[]): string | undefined {
  const moved = all.flatMap((blocks) => blocks.moved);
  const removed = all.flatMap((blocks) => blocks.removed);
  const imported = all.flatMap((blocks) => blocks.import);
  if (moved.length > 0) stack.addOverride("moved", moved);
  if (removed.length > 0)
    stack.addOverride(
      "removed",
      // Without it, Terraform destroys.
      removed.map(({ from }) => ({ from, lifecycle: { destroy: false } })),
    );
  if (imported.length > 0) stack.addOverride("import", imported);
  if (removed.length > 0) return terraformSince.removed;
  if (imported.length > 0) return terraformSince.import;
  return moved.length > 0 ? terraformSince.moved : undefined;
}

/** The blocks of a file below adopted/. An id stands for itself: it is no template. */
export function adoptedBlocks(adopted: Adopted | undefined, literal: (text: string) => string): StateBlocks {
  const { moved = [], removed = [], import: imported = [] } = adopted ?? {};
  return { moved, removed, import: imported.map(({ to, id }) => ({ to, id: literal(id) })) };
}
