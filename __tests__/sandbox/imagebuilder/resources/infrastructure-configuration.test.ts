import { freshService } from "../fresh-service";

const createWith = (fields: object) =>
  freshService().call("CreateInfrastructureConfiguration", { name: "build", instanceProfileName: "build", ...fields });
const create = (placement: object) => createWith({ placement });
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

test.each(["CreatedBy", "Ec2ImageBuilderArn", "Name", "Tags"])("the resource tag %s is refused", async (key) => {
  expect(await createWith({ resourceTags: { [key]: "x" } })).toMatchObject({ error: "InvalidParameterValueException" });
});

test.each(["name", "created-by", "Owner"])("the resource tag %s is accepted", async (key) => {
  expect(await createWith({ resourceTags: { [key]: "x" } })).toMatchObject({ status: 200 });
});

test("a subnet is taken with security groups alone", async () => {
  const subnetId = "subnet-0a1b2c3d4e5f60718";
  expect(await createWith({ subnetId })).toMatchObject({ error: "InvalidParameterCombinationException" });
  expect(await createWith({ subnetId, securityGroupIds: ["sg-0a1b2c3d4e5f60718"] })).toMatchObject({ status: 200 });
});
