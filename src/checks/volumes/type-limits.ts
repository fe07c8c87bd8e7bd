import { type VolumeType, volumeTypes } from "../../aws/volume-types";
import { AS_PARENT, type Volume } from "../../definitions/schema/volume";

/** What a volume takes. Of a type that is not known, nothing is refused that any type takes. */
export const typeLimits: Readonly<Record<Volume["type"], VolumeType>> = {
  ...volumeTypes,
  [AS_PARENT]: { ...volumeTypes.io2, minSize: 1, iops: { min: 100, perGib: 1000, needed: false } },
};
