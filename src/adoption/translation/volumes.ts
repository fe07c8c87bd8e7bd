import type { z } from "zod";

import { withoutUndefined } from "../../collections/non-empty";
import { AS_PARENT, type volume } from "../../definitions/schema/volume";
import { booleanAt, listAt, numberAt, textAt, type Value } from "../../review/plan/value";

type VolumeDraft = z.input<typeof volume>;

/** Translates the block device mappings of a recipe, or of the instance that builds a container. */
export function volumesOf(recipe: Value): VolumeDraft[] {
  return listAt(recipe, "block_device_mapping").map((mapping): VolumeDraft => {
    const ebs = listAt(mapping, "ebs")[0] ?? null;
    const type = textAt(ebs, "volume_type") as VolumeDraft["type"];
    return withoutUndefined({
      device: textAt(mapping, "device_name"),
      size: positive(numberAt(ebs, "volume_size")),
      type: type === "gp3" ? undefined : (type ?? AS_PARENT),
      iops: positive(numberAt(ebs, "iops")),
      throughput: positive(numberAt(ebs, "throughput")),
      encrypted: unlessTrue(booleanAt(ebs, "encrypted")),
      kmsKey: textAt(ebs, "kms_key_id"),
      deleteOnTermination: unlessTrue(booleanAt(ebs, "delete_on_termination")),
      snapshot: textAt(ebs, "snapshot_id"),
    });
  });
}

/** Returns undefined for 0, which the provider writes for an unset number. */
function positive(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value;
}

/** Returns undefined for true, the default of this project, and "as-parent" for an unset value. */
function unlessTrue(value: boolean | undefined): false | typeof AS_PARENT | undefined {
  return value === true ? undefined : (value ?? AS_PARENT);
}
