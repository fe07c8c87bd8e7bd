import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

/** Name of the override file beside a stack that allows Terraform to destroy protected resources. */
export const liftedGuardsFile = "lifted_guards_override.tf.json";

const stack = z.object({
  resource: z
    .record(
      z.string(),
      z.record(z.string(), z.object({ lifecycle: z.object({ prevent_destroy: z.boolean().optional() }).optional() })),
    )
    .default({}),
});

/**
 * Allows Terraform to destroy all resources of a synthesised stack: writes an override file that sets `prevent_destroy` to false. For a
 * local AWS only.
 *
 * @param folder of the stack's cdk.tf.json
 */
export async function liftGuards(folder: string): Promise<void> {
  const { resource } = stack.parse(JSON.parse(await readFile(join(folder, "cdk.tf.json"), "utf8")));
  const lifted = Object.entries(resource).flatMap(([type, named]) => {
    const guarded = Object.keys(named).filter((name) => named[name]?.lifecycle?.prevent_destroy === true);
    const lifecycle = { prevent_destroy: false };
    return guarded.length === 0 ? [] : [[type, Object.fromEntries(guarded.map((name) => [name, { lifecycle }]))]];
  });
  // Terraform does not accept an empty `resource`.
  const content = lifted.length === 0 ? {} : { resource: Object.fromEntries(lifted) as object };
  await writeFile(join(folder, liftedGuardsFile), JSON.stringify(content));
}
