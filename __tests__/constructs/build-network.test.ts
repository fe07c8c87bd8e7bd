import { BuildNetwork, type BuildNetworkProps } from "../../src/constructs/build-network";
import { BuildSecurityGroup } from "../../src/constructs/build-security-group";
import { resourcesOf } from "../helpers/synthesised";

const place = { partition: "aws", region: "eu-west-1", account: "123456789012" } as const;
const networkWith = (network: BuildNetworkProps["network"]) =>
  resourcesOf((stack) => {
    const { vpcId, subnetId, routes } = new BuildNetwork(stack, "network", { name: "image-factory", place, network });
    const wait_for = routes.map((each) => each.fqn);
    stack.addOverride("resource.a_test", { network: { subnet_id: subnetId, wait_for } });
    new BuildSecurityGroup(stack, "security-group", { name: "image-factory", vpcId });
  });
const resources = () => networkWith({ cidr: "10.0.0.0/24" });

test("half of the range is for builds, the other for the NAT gateway, and no instance gets a public address", () => {
  expect(resources().aws_vpc?.build).toEqual({
    cidr_block: "10.0.0.0/24",
    enable_dns_support: true,
    enable_dns_hostnames: true,
    tags: { Name: "image-factory" },
  });
  expect(resources().aws_subnet?.build).toMatchObject({ cidr_block: "10.0.0.0/25", map_public_ip_on_launch: false });
  expect(resources().aws_subnet?.nat).toMatchObject({ cidr_block: "10.0.0.128/25", map_public_ip_on_launch: false });
});

test("builds are in its VPC, in the private subnet", () => {
  expect(resources().aws_security_group?.build).toMatchObject({ vpc_id: "${aws_vpc.build.id}", name: "image-factory" });
  expect(resources().a_test?.network).toMatchObject({ subnet_id: "${aws_subnet.build.id}" });
});

test("builds reach out through the NAT gateway, which reaches out through the internet gateway", () => {
  expect(resources().aws_route).toMatchObject({
    build: {
      route_table_id: "${aws_route_table.build.id}",
      destination_cidr_block: "0.0.0.0/0",
      nat_gateway_id: "${aws_nat_gateway.nat.id}",
    },
    nat: { route_table_id: "${aws_route_table.nat.id}", gateway_id: "${aws_internet_gateway.build.id}" },
  });
  expect(resources().aws_route_table_association).toMatchObject({
    build: { subnet_id: "${aws_subnet.build.id}", route_table_id: "${aws_route_table.build.id}" },
    nat: { subnet_id: "${aws_subnet.nat.id}", route_table_id: "${aws_route_table.nat.id}" },
  });
  expect(resources().aws_nat_gateway?.nat).toMatchObject({
    subnet_id: "${aws_subnet.nat.id}",
    allocation_id: "${aws_eip.nat.id}",
  });
});

test("the NAT gateway waits for its way to the internet, and builds wait for theirs and for the way to S3", () => {
  const ready = ["aws_internet_gateway.build", "aws_route.nat", "aws_route_table_association.nat"];
  expect(resources().aws_nat_gateway?.nat?.depends_on).toEqual(ready);
  expect(resources().aws_eip?.nat).toMatchObject({ domain: "vpc", depends_on: ready });
  expect(resources().a_test?.network?.wait_for).toEqual([
    "${aws_route.build}",
    "${aws_route_table_association.build}",
    "${aws_vpc_endpoint.s3}",
  ]);
});

test("all of it is in its VPC, with names by which the consoles show it", () => {
  const { aws_internet_gateway, aws_subnet, aws_route_table, aws_vpc_endpoint } = resources();
  const named = (part: string) => ({ vpc_id: "${aws_vpc.build.id}", tags: { Name: `image-factory${part}` } });
  expect(aws_internet_gateway?.build).toEqual(named(""));
  expect(aws_subnet).toMatchObject({ build: named("-build"), nat: named("-nat") });
  expect(aws_route_table).toEqual({ build: named("-build"), nat: named("-nat") });
  expect(aws_vpc_endpoint?.s3).toMatchObject(named("-s3"));
});

test("S3 is reached through a gateway endpoint", () => {
  expect(resources().aws_vpc_endpoint?.s3).toMatchObject({
    service_name: "com.amazonaws.eu-west-1.s3",
    vpc_endpoint_type: "Gateway",
    route_table_ids: ["${aws_route_table.build.id}"],
  });
});

test("the VPC's default security group lets nothing in or out", () => {
  expect(resources().aws_default_security_group?.build).toEqual({ vpc_id: "${aws_vpc.build.id}" });
});

test("both subnets are in one Availability Zone: that which is given, or that which AWS chooses for builds", () => {
  expect(resources().aws_subnet?.build).not.toHaveProperty("availability_zone");
  expect(resources().aws_subnet?.nat).toMatchObject({ availability_zone: "${aws_subnet.build.availability_zone}" });
  const given = networkWith({ cidr: "10.0.0.0/24", availabilityZone: "eu-west-1b" }).aws_subnet;
  expect([given?.build?.availability_zone, given?.nat?.availability_zone]).toEqual(["eu-west-1b", "eu-west-1b"]);
});
