import { freshService } from "../fresh-service";

const create = (placement: object) =>
  freshService().call("CreateInfrastructureConfiguration", { name: "build", instanceProfileName: "build", placement });
const hostId = "h-0123456789abcdef0";
const hostResourceGroupArn = "arn:aws:resource-groups:us-east-1:123456789012:group/mac";

test.each([
  ["an Availability Zone", { availabilityZone: "us-east-1a" }],
  ["dedicated hardware", { tenancy: "dedicated" }],
  ["any host", { tenancy: "host" }],
  ["a host", { tenancy: "host", hostId }],
  ["a group of hosts", { tenancy: "host", hostResourceGroupArn }],
])("a placement on %s is accepted", async (_title, placement) => {
  expect(await create(placement)).toMatchObject({ status: 200 });
});

test.each([
  ["both host and group", { tenancy: "host", hostId, hostResourceGroupArn }],
  ["a host without its tenancy", { hostId }],
  ["a group with another tenancy", { tenancy: "dedicated", hostResourceGroupArn }],
])("a placement with %s is refused", async (_title, placement) => {
  expect(await create(placement)).toMatchObject({ error: "InvalidParameterCombinationException" });
});
