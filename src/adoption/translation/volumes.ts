import type { z } from "zod";

import { withoutUndefined } from "../../collections/non-empty";
import { AS_PARENT, type volume } from "../../definitions/schema/volume";
import { booleanAt, listAt, numberAt, textAt, type Value } from "../../review/plan/value";

type VolumeDraft = z.input<typeof volume>;

/** The block device mappings of a recipe, or of the instance that builds a container. */
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

/** The provider writes 0 for what is not said. */
function positive(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value;
}

/** True is the default here, and what is not said is the parent's. */
function unlessTrue(value: boolean | undefined): false | typeof AS_PARENT | undefined {
  return value === true ? undefined : (value ?? AS_PARENT);
}
