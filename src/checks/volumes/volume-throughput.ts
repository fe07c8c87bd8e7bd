import { throughputPerIops } from "../../aws/volume-types";
import { AS_PARENT, type Volume } from "../../definitions/schema/volume";
import type { ProjectRule } from "../project-rule";
import { withVolume } from "./example";

export const volumeThroughput: ProjectRule = {
  code: "volume-throughput",
  refusedBy: "build",
  summary: "The throughput of a volume does not fit its type, or is more than its IOPS allow.",
  source: "EBS User Guide, gp3 volumes: 0.25 MiB a second for each of the IOPS",
  fail: [
    withVolume("type: gp3", "throughput: ▸1000"),
    withVolume("type: gp3", "throughput: ▸751"),
    withVolume("type: gp3", "iops: 3999", "throughput: ▸1000"),
    withVolume("type: gp2", "throughput: ▸200"),
  ],
  pass: [
    withVolume("type: gp3", "throughput: 1000", "iops: 4000"),
    withVolume("type: gp3", "throughput: 750"),
    withVolume("type: as-parent", "throughput: 1000"),
  ],
  eachVolume({ volume, path }, report) {
    const fault = faultOf(volume);
    if (fault !== undefined) report([...path, "throughput"], ...fault);
  },
};

function faultOf({ type, throughput, iops = 3000 }: Volume): [message: string, fix: string] | undefined {
  if (throughput === undefined || type === AS_PARENT) return undefined;
  const said = `"throughput" is "${throughput}", but`;
  if (type !== "gp3") return [`${said} a volume of type "${type}" has none`, "remove it, or write type gp3"];
  if (throughput <= iops * throughputPerIops || iops < 3000) return undefined;
  const most = Math.floor(iops * throughputPerIops);
  return [
    `${said} ${iops} IOPS allow at most ${most} MiB a second`,
    `write ${most} or less, or iops of at least ${throughput / throughputPerIops}`,
  ];
}
