import { type VolumeType, volumeTypes } from "../../aws/volume-types";
import { AS_PARENT, type Volume } from "../../definitions/schema/volume";

/** Limits of each volume type. If the type is unknown, a value is only refused if every type refuses it. */
export const typeLimits: Readonly<Record<Volume["type"], VolumeType>> = {
  ...volumeTypes,
  [AS_PARENT]: { ...volumeTypes.io2, minSize: 1, iops: { min: 100, perGib: 1000, needed: false } },
};
