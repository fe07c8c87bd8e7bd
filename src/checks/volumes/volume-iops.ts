import type { Volume } from "../../definitions/schema/volume";
import type { ProjectRule } from "../project-rule";
import { withVolume } from "./example";
import { typeLimits } from "./type-limits";

export const volumeIops: ProjectRule = {
  code: "volume-iops",
  refusedBy: "build",
  summary: "The IOPS of a volume do not fit its type and size, or are missing where its type needs them.",
  source: "EBS User Guide, volume types; API field EbsInstanceBlockDeviceSpecification.iops",
  fail: [
    withVolume("type: gp2", "iops: ▸3000"),
    withVolume("type: standard", "iops: ▸500"),
    withVolume("type: gp3", "iops: ▸2999"),
    withVolume("type: gp3", "size: 8", "iops: ▸4001"),
    withVolume("type: ▸io1"),
    withVolume("type: ▸io2", "size: 10"),
    withVolume("type: io1", "size: 10", "iops: ▸501"),
    withVolume("type: io2", "size: 4", "iops: ▸4001", "device: /dev/xvdb"),
  ],
  pass: [
    withVolume("type: gp3", "iops: 3000"),
    withVolume("type: gp3", "size: 8", "iops: 4000"),
    withVolume("type: gp3", "size: 1", "iops: 3000", "device: /dev/xvdb"),
    withVolume("type: io1", "size: 10", "iops: 500"),
    withVolume("type: io2", "size: 4", "iops: 4000", "device: /dev/xvdb"),
  ],
  eachVolume({ volume, path }, report) {
    const fault = faultOf(volume);
    if (fault !== undefined) report([...path, fault.key], fault.message, fault.fix);
  },
};

interface Fault {
  readonly key: "iops" | "type";
  readonly message: string;
  readonly fix: string;
}

function faultOf({ type, iops, size }: Volume): Fault | undefined {
  const limit = typeLimits[type].iops;
  if (iops === undefined)
    return limit?.needed === true
      ? { key: "type", message: `a volume of type "${type}" needs "iops"`, fix: `add iops, at least ${limit.min}` }
      : undefined;
  const fault = (message: string, fix: string): Fault => ({
    key: "iops",
    message: `"iops" is "${iops}", but ${message}`,
    fix,
  });
  if (limit === undefined)
    return fault(`a volume of type "${type}" has none`, "remove it, or write type gp3, io1 or io2");
  if (iops < limit.min)
    return fault(`a volume of type "${type}" has at least ${limit.min}`, `write ${limit.min} or more`);
  // The minimum is allowed for any size.
  const most = size === undefined ? undefined : Math.max(limit.min, size * limit.perGib);
  if (most === undefined || iops <= most) return undefined;
  return fault(
    `${size} GiB of "${type}" allow at most ${most} (${limit.perGib} for each GiB)`,
    `write ${most} or less, or a size of at least ${Math.ceil(iops / limit.perGib)}`,
  );
}
