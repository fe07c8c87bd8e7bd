import { BuildSecurityGroup } from "../../src/constructs/build-security-group";
import { securityGroup } from "../../src/definitions/schema/security-group";
import { resourcesOf } from "../helpers/synthesised";

test("nothing comes in, everything may go out", () => {
  const resources = resourcesOf(
    (stack) => new BuildSecurityGroup(stack, "group", { name: "build", vpcId: "vpc-12345678" }),
  );
  expect(resources.aws_security_group?.build).toMatchObject({
    name: "build",
    vpc_id: "vpc-12345678",
    lifecycle: { create_before_destroy: true },
  });
  expect(resources.aws_security_group?.build).not.toHaveProperty("ingress");
  expect(resources.aws_vpc_security_group_egress_rule?.build).toMatchObject({
    ip_protocol: "-1",
    cidr_ipv4: "0.0.0.0/0",
  });
  expect(Object.keys(resources).sort()).toEqual(["aws_security_group", "aws_vpc_security_group_egress_rule"]);
});

const withSettings = (settings: object) =>
  resourcesOf(
    (stack) =>
      new BuildSecurityGroup(stack, "group", {
        name: "build",
        vpcId: "vpc-12345678",
        settings: securityGroup.parse(settings),
      }),
  );
const rulesOf = (settings: object) => {
  const { aws_vpc_security_group_egress_rule: egress = {}, aws_vpc_security_group_ingress_rule: ingress = {} } =
    withSettings(settings);
  return { egress: Object.values(egress), ingress: Object.values(ingress), addresses: Object.keys(egress) };
};

test("it says what the environment says of it", () => {
  expect(withSettings({ description: "For ${x}", tags: { a: "b" } }).aws_security_group?.build).toMatchObject({
    description: "For $${x}",
    tags: { a: "b" },
  });
});

const inOrder = (rules: readonly object[]) =>
  rules.map((rule) => JSON.stringify(rule, Object.keys(rule).sort())).sort();

test("rules of its own take the place of that for everything", () => {
  const { egress, ingress } = rulesOf({
    egress: [
      { ports: 443, cidr: "0.0.0.0/0", description: "TLS" },
      { ports: "8000-8080", cidrIpv6: "::/0" },
      { prefixList: "pl-12345678" },
    ],
    ingress: [
      { protocol: "icmp", group: "sg-12345678" },
      { protocol: "all", cidr: "10.0.0.0/8" },
    ],
  });
  const base = { security_group_id: "${aws_security_group.build.id}" };
  expect(inOrder(egress)).toEqual(
    inOrder([
      { ...base, ip_protocol: "tcp", from_port: 443, to_port: 443, cidr_ipv4: "0.0.0.0/0", description: "TLS" },
      { ...base, ip_protocol: "tcp", from_port: 8000, to_port: 8080, cidr_ipv6: "::/0" },
      { ...base, ip_protocol: "tcp", from_port: 0, to_port: 65535, prefix_list_id: "pl-12345678" },
    ]),
  );
  expect(inOrder(ingress)).toEqual(
    inOrder([
      { ...base, ip_protocol: "icmp", from_port: -1, to_port: -1, referenced_security_group_id: "sg-12345678" },
      { ...base, ip_protocol: "-1", cidr_ipv4: "10.0.0.0/8" },
    ]),
  );
  expect(rulesOf({ egress: [] }).egress).toEqual([]);
  expect(rulesOf({ egress: [{ cidr: "10.0.0.0/8" }, { cidr: "10.0.0.0/8" }] }).egress).toHaveLength(1);
  const written = [{ ports: 443 }, { ports: "443-443", description: "TLS" }, { ports: "0-65535" }, {}];
  const to = { cidr: "10.0.0.0/8" };
  expect(rulesOf({ egress: written.map((rule) => ({ ...rule, ...to })) }).egress).toHaveLength(2);
});

test("another order, another description or one more rule leaves the others where they are", () => {
  const [a, b] = [
    { ports: 443, cidr: "0.0.0.0/0" },
    { ports: 80, cidr: "0.0.0.0/0" },
  ];
  const { addresses } = rulesOf({ egress: [a, b] });
  expect(new Set(addresses).size).toBe(2);
  expect(rulesOf({ egress: [b, { ...a, description: "TLS" }] }).addresses.sort()).toEqual([...addresses].sort());
});

test.each([
  [{ ports: 443 }],
  [{ cidr: "0.0.0.0/0", group: "sg-12345678" }],
  [{ protocol: "icmp", ports: 8, cidr: "0.0.0.0/0" }],
  [{ ports: 65536, cidr: "0.0.0.0/0" }],
])("%j is no rule", (rule) => {
  expect(securityGroup.safeParse({ egress: [rule] }).success).toBe(false);
});
