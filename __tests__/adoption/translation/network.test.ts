import type { ResourceInstance } from "../../../src/adoption/state/state";
import { networkOf } from "../../../src/adoption/translation/network";
import { surroundingsOf } from "../../../src/adoption/translation/surroundings";
import type { Value } from "../../../src/review/plan/value";

const id = "sg-0123456789abcdef0";
const given = { subnet: "subnet-0123456789abcdef0", securityGroups: [id] };

function instance(type: string, attributes: Record<string, Value>): ResourceInstance {
  return { address: `${type}.x`, module: "", type, name: "x", provider: "hashicorp/aws", attributes, sensitive: [] };
}

const group = (attributes: Record<string, Value> = {}) =>
  instance("aws_security_group", { id, vpc_id: "vpc-1", name: "build", description: "of a team", ...attributes });
const egress = (attributes: Record<string, Value>) =>
  instance("aws_vpc_security_group_egress_rule", { security_group_id: id, ip_protocol: "tcp", ...attributes });
const ingress = (attributes: Record<string, Value>) =>
  instance("aws_vpc_security_group_ingress_rule", { security_group_id: id, ip_protocol: "tcp", ...attributes });

const networkFrom = (...resources: readonly ResourceInstance[]) =>
  networkOf(given, surroundingsOf(resources, new Set(), "eu-west-1"));

describe("the network of builds", () => {
  it("has a created group where the state has it with its rules apart", () => {
    const network = networkFrom(
      group(),
      egress({ from_port: 443, to_port: 443, cidr_ipv4: "0.0.0.0/0" }),
      egress({ ip_protocol: "17", from_port: 8000, to_port: 8080, prefix_list_id: "pl-12345678", description: "out" }),
      egress({ from_port: 0, to_port: 65535, cidr_ipv6: "::/0" }),
      ingress({ ip_protocol: "-1", referenced_security_group_id: id }),
      ingress({ ip_protocol: "icmp", from_port: -1, to_port: -1, cidr_ipv4: "10.0.0.0/8" }),
    );
    expect(network).toStrictEqual({
      subnet: given.subnet,
      vpc: "vpc-1",
      securityGroup: {
        name: "build",
        description: "of a team",
        ingress: [
          { protocol: "all", group: id },
          { protocol: "icmp", cidr: "10.0.0.0/8" },
        ],
        egress: [
          { ports: 443, cidr: "0.0.0.0/0" },
          { protocol: "udp", ports: "8000-8080", prefixList: "pl-12345678", description: "out" },
          { cidrIpv6: "::/0" },
        ],
      },
    });
  });

  it("says nothing of the one rule that a created group has by itself", () => {
    const own = group({ description: "EC2 Image Builder build instances: no ingress" });
    expect(networkFrom(own, egress({ ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" }))?.securityGroup).toStrictEqual({
      name: "build",
    });
    expect(networkFrom(own)?.securityGroup).toStrictEqual({ name: "build", egress: [] });
  });

  it("counts what a state says within the group as well once it has been read again", () => {
    const within = { cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: [], security_groups: [], self: false };
    const rule = egress({ from_port: 443, to_port: 443, cidr_ipv4: "0.0.0.0/0" });
    expect(networkFrom(group({ egress: [within] }), rule)).toHaveProperty("securityGroup");
    expect(networkFrom(group({ egress: [within], ingress: [{ self: true }] }), rule)).toBe(given);
  });

  it.each<[string, readonly ResourceInstance[]]>([
    ["is in no state", []],
    ["has rules within", [group({ egress: [{ cidr_blocks: ["0.0.0.0/0"] }] })]],
    ["has rules of the older type", [group(), instance("aws_security_group_rule", { security_group_id: id })]],
    ["has a rule for one type of ICMP", [group(), ingress({ ip_protocol: "icmp", from_port: 8, to_port: 0 })]],
    ["has a rule for TCP whose ports are not known", [group(), ingress({ cidr_ipv4: "10.0.0.0/8" })]],
    ["has a rule for another protocol", [group(), egress({ ip_protocol: "50", cidr_ipv4: "10.0.0.0/8" })]],
  ])("names a group that %s", (_, resources) => {
    expect(networkFrom(...resources)).toBe(given);
  });
});
