import { GivenNetwork, type GivenNetworkProps } from "../../src/constructs/given-network";
import { stackOf } from "../helpers/synthesised";

function given(network: GivenNetworkProps["network"], props: Partial<GivenNetworkProps> = {}) {
  let created: GivenNetwork | undefined;
  const { data } = stackOf(
    (stack) =>
      (created = new GivenNetwork(stack, "network", { network, address: "build", where: "network", ...props })),
  );
  return { data, found: [...(created?.lookedUp.keys() ?? [])], created };
}

test("a network of ids looks up nothing", () => {
  const { data, found, created } = given({ subnet: "subnet-11111111", securityGroups: ["sg-11111111"] });
  expect({ data, found }).toEqual({ data: {}, found: [] });
  expect(created).toMatchObject({ subnetId: "subnet-11111111", securityGroupIds: ["sg-11111111"] });
});

test("each thing that is looked up is a data source, and groups are those of the subnet's VPC", () => {
  const { data, found, created } = given({
    subnet: { filters: { "tag:Name": ["build"] } },
    securityGroups: ["sg-11111111", { filters: { "group-name": ["build"] } }],
  });
  expect(data).toEqual({
    aws_subnet: { build: { filter: [{ name: "tag:Name", values: ["build"] }] } },
    aws_security_group: {
      "build-1": { vpc_id: "${data.aws_subnet.build.vpc_id}", filter: [{ name: "group-name", values: ["build"] }] },
    },
  });
  expect(found).toEqual(["network.subnet", "network.securityGroups[1]"]);
  expect(created?.vpcId).toBeUndefined();
});

test("groups beside a subnet of an id are looked up in any VPC", () => {
  const { data } = given({ subnet: "subnet-11111111", securityGroups: [{ filters: { "group-name": ["build"] } }] });
  expect(data).toEqual({ aws_security_group: { "build-0": { filter: [{ name: "group-name", values: ["build"] }] } } });
});

test("the VPC of a created group is looked up", () => {
  const { data, found } = given({ subnet: "subnet-11111111", vpc: { filters: { "tag:Name": ["core"] } } });
  expect(data).toEqual({ aws_vpc: { build: { filter: [{ name: "tag:Name", values: ["core"] }] } } });
  expect(found).toEqual(["network.vpc"]);
});

test("groups of one image are those of the VPC of all, unless it has a subnet of its own", () => {
  const group = { filters: { "group-name": ["scan"] } };
  const own = { address: "_base", where: "build.network of base", vpcId: "vpc-11111111" };
  expect(given({ securityGroups: [group] }, own)).toMatchObject({
    data: { aws_security_group: { "_base-0": { vpc_id: "vpc-11111111" } } },
    found: ["build.network of base.securityGroups[0]"],
  });
  const { data } = given({ subnet: "subnet-11111111", securityGroups: [group] }, own);
  expect(data.aws_security_group?.["_base-0"]).not.toHaveProperty("vpc_id");
});
