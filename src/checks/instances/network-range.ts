import { fromFirstAddress, purposeOf } from "../../aws/ip-range";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const inRange = (cidr: string) => withSettings(`network:\n  create:\n    cidr: ${cidr}\n`);

const purposes = {
  loopback: "the loopback of a machine",
  linkLocal: "link-local addresses",
  multicast: "multicast",
  unspecified: "a network itself",
} as const;

export const networkRange: ProjectRule = {
  code: "network-range",
  refusedBy: "Terraform",
  unsilenceable: true,
  summary: "The CIDR range of a VPC has host bits set, or is a range that no VPC can have.",
  source:
    "Terraform AWS provider, aws_vpc: cidr_block has to be the address of a network; EC2 API CreateVpc: no range for loopback, link-local or multicast",
  fail: [
    inRange("▸10.0.0.1/24"),
    inRange("▸127.0.0.0/24"),
    inRange("▸169.254.0.0/24"),
    inRange("▸224.0.0.0/24"),
    inRange("▸0.0.0.0/24"),
  ],
  pass: [inRange("10.0.0.0/24"), inRange("169.253.0.0/16"), inRange("240.0.0.0/24")],
  eachEnvironment({ value }, report) {
    const cidr = value.network?.create?.cidr;
    if (cidr === undefined) return;
    const path = ["network", "create", "cidr"];
    const bits = Number(cidr.split("/")[1]);
    const purpose = purposeOf(cidr);
    const aligned = fromFirstAddress(cidr);
    if (purpose !== undefined) {
      const message = `"${cidr}" is reserved for ${purposes[purpose]}, so no VPC can have it`;
      report(path, message, `write a private range, e.g. 10.0.0.0/${bits}`);
    } else if (aligned !== cidr) {
      const message = `"${cidr}" does not start at a multiple of its ${2 ** (32 - bits)} addresses`;
      report(path, message, `write ${aligned ?? "an IPv4 range"}`);
    }
  },
};
