import { throughputPerIops, type VolumeType, volumeTypes } from "../../aws/volume-types";
import { exampleProject } from "../../definitions/rules";
import { AS_PARENT, type Volume } from "../../definitions/schema/volume";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import type { Recipe } from "../recipes/recipes";

const withVolume = (...lines: readonly string[]) => ({
  "images/base.yaml": `${exampleProject.image}volumes:\n  - ${lines.join("\n    ")}\n`,
});

export const volumeIops: Rule = {
  code: "volume-iops",
  severity: "error",
  summary: "The IOPS of a volume do not fit its type and size, or are missing where its type needs them.",
  source: "EBS User Guide, volume types; API field EbsInstanceBlockDeviceSpecification.iops",
  fail: [withVolume("type: gp2", "iops: ▸3000")],
  pass: [withVolume("type: gp3", "iops: 3000")],
};

export const volumeThroughput: Rule = {
  code: "volume-throughput",
  severity: "error",
  summary: "The throughput of a volume does not fit its type, or is more than its IOPS allow.",
  source: "EBS User Guide, gp3 volumes: 0.25 MiB a second for each of the IOPS",
  fail: [withVolume("type: gp3", "throughput: ▸1000")],
  pass: [withVolume("type: gp3", "throughput: 1000", "iops: 4000")],
};

export const volumeSize: Rule = {
  code: "volume-size",
  severity: "error",
  summary: "The size of a volume is outside the limits of its type.",
  source: "EBS User Guide, volume types",
  fail: [withVolume("type: st1", "device: /dev/xvdb", "size: ▸10")],
  pass: [withVolume("type: st1", "device: /dev/xvdb", "size: 125")],
};

export const volumeRoot: Rule = {
  code: "volume-root",
  severity: "error",
  summary: "The root volume has a type that cannot be a boot volume.",
  source: "EBS User Guide, volume types: st1 and sc1 cannot be boot volumes",
  fail: [withVolume("type: ▸sc1", "size: 200")],
  pass: [withVolume("type: sc1", "size: 200", "device: /dev/xvdb")],
};

export const volumeKey: Rule = {
  code: "volume-key",
  severity: "error",
  unsilenceable: true,
  summary: "A volume has a KMS key but is not encrypted, so the key would be ignored.",
  source: "API field EbsInstanceBlockDeviceSpecification.kmsKeyId, which needs encrypted",
  fail: [withVolume("encrypted: ▸false", "kmsKey: arn:aws:kms:us-east-1:123456789012:alias/images")],
  pass: [withVolume("encrypted: true", "kmsKey: arn:aws:kms:us-east-1:123456789012:alias/images")],
};

export const volumeRules: readonly Rule[] = [volumeIops, volumeThroughput, volumeSize, volumeRoot, volumeKey];

/** What a volume takes. Of a type that is not known, nothing is refused that any type takes. */
const limits: Readonly<Record<Volume["type"], VolumeType>> = {
  ...volumeTypes,
  [AS_PARENT]: { ...volumeTypes.io2, minSize: 1, iops: { min: 100, perGib: 1000, needed: false } },
};
const withIops = "gp3, io1 or io2";

/** Checks each volume of an image, or of a container's build instance, against what its type takes. */
export function checkVolumeTypes({ source, base, volumes, volumesPath }: Recipe): Problem[] {
  return volumes.flatMap((volume, index) => {
    const faults = [
      ...iopsFaults(volume),
      ...throughputFaults(volume),
      ...sizeFaults(volume),
      ...rootFaults(volume, base?.rootDevice),
      ...keyFaults(volume),
    ];
    return faults.map(({ rule, key, message, fix }) =>
      problemOf(rule, source.file, source.locate([...volumesPath, index, key]), message, fix),
    );
  });
}

interface VolumeFault {
  readonly rule: Rule;
  readonly key: keyof Volume;
  readonly message: string;
  readonly fix: string;
}

function iopsFaults({ type, iops, size }: Volume): VolumeFault[] {
  const fault = (message: string, fix: string, key: keyof Volume = "iops") => [{ rule: volumeIops, key, message, fix }];
  const limit = limits[type].iops;
  if (iops === undefined)
    return limit?.needed === true
      ? fault(`a volume of type "${type}" needs "iops"`, `add iops, at least ${limit.min}`, "type")
      : [];
  if (limit === undefined)
    return fault(
      `"iops" is "${iops}", but a volume of type "${type}" takes none`,
      `remove it, or write type ${withIops}`,
    );
  if (iops < limit.min)
    return fault(
      `"iops" is "${iops}", but a volume of type "${type}" has at least ${limit.min}`,
      `write ${limit.min} or more`,
    );
  // The minimum goes with any size.
  const most = size === undefined ? undefined : Math.max(limit.min, size * limit.perGib);
  if (most === undefined || iops <= most) return [];
  return fault(
    `"iops" is "${iops}", but ${size} GiB of "${type}" take at most ${most} (${limit.perGib} for each GiB)`,
    `write ${most} or less, or a size of at least ${Math.ceil(iops / limit.perGib)}`,
  );
}

function throughputFaults({ type, throughput, iops = 3000 }: Volume): VolumeFault[] {
  const fault = (message: string, fix: string): VolumeFault[] => [
    { rule: volumeThroughput, key: "throughput", message, fix },
  ];
  if (throughput === undefined) return [];
  if (type === AS_PARENT) return [];
  if (type !== "gp3")
    return fault(
      `"throughput" is "${throughput}", but a volume of type "${type}" takes none`,
      "remove it, or write type gp3",
    );
  if (throughput <= iops * throughputPerIops || iops < 3000) return [];
  return fault(
    `"throughput" is "${throughput}", but ${iops} IOPS allow at most ${Math.floor(iops * throughputPerIops)} MiB a second`,
    `write ${Math.floor(iops * throughputPerIops)} or less, or iops of at least ${throughput / throughputPerIops}`,
  );
}

function sizeFaults({ type, size }: Volume): VolumeFault[] {
  const { minSize, maxSize } = limits[type];
  if (size === undefined || (size >= minSize && size <= maxSize)) return [];
  const message = `"size" is "${size}", but a volume of type "${type}" has ${minSize} to ${maxSize} GiB`;
  return [{ rule: volumeSize, key: "size", message, fix: `write ${minSize} to ${maxSize}, or another type` }];
}

function rootFaults({ type, device }: Volume, rootDevice: string | undefined): VolumeFault[] {
  if (limits[type].noRoot !== true || (device !== undefined && device !== rootDevice)) return [];
  const message = `the root device cannot be of type "${type}"`;
  return [{ rule: volumeRoot, key: "type", message, fix: "write gp3, or a device of its own, e.g. /dev/xvdb" }];
}

function keyFaults({ encrypted, kmsKey }: Volume): VolumeFault[] {
  if (encrypted !== false || kmsKey === undefined) return [];
  const message = `"kmsKey" is "${kmsKey}", but "encrypted" is false`;
  return [{ rule: volumeKey, key: "encrypted", message, fix: "remove kmsKey, or write encrypted: true" }];
}
