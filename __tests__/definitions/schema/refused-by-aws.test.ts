import { readDefinition } from "../../../src/definitions/read-definition";
import { environmentSchema } from "../../../src/definitions/schema/environment";

const surroundings = 'account: "123456789012"\nregion: us-east-1\n';

function problems(more: object): string[] {
  const text = `${surroundings}${Object.entries(more)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join("")}`;
  return readDefinition("environments/dev.yaml", text, environmentSchema).problems.map(({ message }) => message);
}

const statements = (...of: readonly object[]) => ({ build: { instanceProfile: { create: true, statements: of } } });
const statement = { actions: ["s3:GetObject"], resources: ["*"] };
const group = (settings: object) => ({
  network: { subnet: "subnet-0123456789abcdef0", vpc: "vpc-0123456789abcdef0", securityGroup: settings },
});
const egress = (rule: object) => group({ egress: [rule] });
const subscription = (protocol: string, endpoint: string) => ({
  build: { topic: { create: true, subscriptions: [{ protocol, endpoint }] } },
});
const arns = (count: number) => Array.from({ length: count }, () => `arn:aws:s3:::${"b".repeat(84)}/*`);

describe("statements of a policy", () => {
  it.each([
    ["an action without a service", statements({ ...statement, actions: ["GetObject"] }), "actions[0]"],
    ["an action with a space", statements({ ...statement, actions: ["s3 GetObject"] }), "actions[0]"],
    ["a resource that is no ARN", statements({ ...statement, resources: ["bucket/*"] }), "resources[0]"],
    ["an ARN that ends early", statements({ ...statement, resources: ["arn:aws:s3:::"] }), "resources[0]"],
    ["an unknown operator", statements({ ...statement, conditions: { StringIs: { "aws:x": "y" } } }), "StringIs"],
    ["Null that may be missing", statements({ ...statement, conditions: { NullIfExists: {} } }), "NullIfExists"],
    ["an id twice", statements({ ...statement, sid: "Read" }, { ...statement, sid: "Read" }), '"Read"'],
    ["more than a role holds", statements({ ...statement, resources: arns(100) }), "10240"],
  ])("refuses %s", (_title, definition, named) => {
    expect(problems(definition)).toStrictEqual([expect.stringContaining(named)]);
  });

  it.each([
    ["every action", statements({ ...statement, actions: ["*"] })],
    ["wildcards", statements({ ...statement, actions: ["s3:Get*", "ec2:Describe?mages"] })],
    ["variables", statements({ ...statement, resources: ["arn:aws:s3:::b/${aws:PrincipalTag/team}/*"] })],
    [
      "an operator for many values",
      statements({ ...statement, conditions: { "ForAnyValue:StringLike": { k: ["v"] } } }),
    ],
    ["an operator for what may be missing", statements({ ...statement, conditions: { arnLikeIfExists: { k: "v" } } })],
    ["two ids", statements({ ...statement, sid: "Read" }, { ...statement, sid: "Write" }, statement, statement)],
    ["as much as a role holds", statements({ ...statement, resources: arns(95) })],
  ])("takes %s", (_title, definition) => {
    expect(problems(definition)).toStrictEqual([]);
  });
});

describe("statements about somebody else", () => {
  const trust = (written: object) => ({ lifecycleRole: { create: true, trust: [written] } });
  const ofKey = (written: object) => ({ encryption: { create: true, statements: [written] } });
  const actions = ["kms:Decrypt"];

  it.each([
    ["nobody", trust({ principals: {} }), "nobody"],
    ["a type that is none", trust({ principals: { AWS: ["123456789012"], User: ["me"] } }), "User"],
    ["a name in place of an ARN", trust({ principals: { AWS: ["operators"] } }), '"operators"'],
    ["a service without its domain", trust({ principals: { Service: ["ec2"] } }), '"ec2"'],
    ["a provider of identities that is none", trust({ principals: { Federated: ["us"] } }), '"us"'],
    ["everybody", trust({ principals: { AWS: ["*"] } }), "everybody"],
    ["everybody to a key", ofKey({ principals: { AWS: ["*"] }, actions }), "everybody"],
    [
      "an id of the key's own",
      ofKey({ sid: "UseByRoles", principals: { AWS: ["123456789012"] }, actions }),
      "UseByRoles",
    ],
    [
      "a key for encryption that is not set",
      { documents: { create: true, kmsKey: "arn:aws:kms:us-east-1:123456789012:alias/a", protection: ["policy"] } },
      '"protection"',
    ],
  ])("refuse %s", (_title, definition, named) => {
    expect(problems(definition)).toStrictEqual([expect.stringContaining(named)]);
  });

  it.each([
    ["an account", trust({ principals: { AWS: ["123456789012"] } })],
    ["a session of a role", trust({ principals: { AWS: ["arn:aws:sts::123456789012:assumed-role/a/b"] } })],
    ["a service", trust({ principals: { Service: ["ssm.amazonaws.com"] } })],
    [
      "a provider of identities",
      trust({
        principals: { Federated: ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"] },
        actions: ["sts:AssumeRoleWithWebIdentity"],
      }),
    ],
    [
      "everybody on a condition",
      ofKey({ principals: { AWS: ["*"] }, actions, conditions: { Bool: { "aws:x": "true" } } }),
    ],
    ["a denial for everybody", ofKey({ effect: "Deny", principals: { AWS: ["*"] }, actions })],
  ])("take %s", (_title, definition) => {
    expect(problems(definition)).toStrictEqual([]);
  });
});

describe("a security group", () => {
  it.each([
    ["the name of the VPC's own group", group({ name: "default" }), "default"],
    ["ports from the higher to the lower", egress({ ports: "443-80", cidr: "0.0.0.0/0" }), "443-80"],
    ["a port that does not exist", egress({ ports: "80-65536", cidr: "0.0.0.0/0" }), "80-65536"],
    ["a range with host bits", egress({ cidr: "10.1.2.3/8" }), "10.1.2.3/8"],
    ["an address that does not exist", egress({ cidr: "300.0.0.0/8" }), "300.0.0.0/8"],
    ["an IPv6 range with host bits", egress({ cidrIpv6: "2001:db8::1/32" }), "2001:db8::1/32"],
    ["an IPv6 address that does not exist", egress({ cidrIpv6: "1:::2/32" }), "is not a range of addresses"],
    ["an address that could be octal", egress({ cidr: "010.0.0.0/8" }), "010.0.0.0/8"],
    ["a prefix length with a zero before it", egress({ cidr: "10.0.0.0/08" }), "10.0.0.0/08"],
    ["an IPv6 prefix length with a zero before it", egress({ cidrIpv6: "2001:db8::/032" }), "2001:db8::/032"],
    ["an IPv4 range as an IPv6 range", egress({ cidrIpv6: "0/0" }), "0/0"],
  ])("refuses %s", (_title, definition, named) => {
    expect(problems(definition)).toStrictEqual([expect.stringContaining(named)]);
  });

  it.each([
    ["a name that starts like it", group({ name: "default-build" })],
    ["one port", egress({ ports: "443-443", cidr: "0.0.0.0/0" })],
    ["all ports", egress({ ports: "0-65535", cidrIpv6: "::/0" })],
    ["an IPv6 range with zeros", egress({ cidrIpv6: "2001:0db8:0001::/48" })],
  ])("takes %s", (_title, definition) => {
    expect(problems(definition)).toStrictEqual([]);
  });
});

describe("a created network", () => {
  const created = (cidr: string) => ({ network: { create: { cidr } } });

  it.each(["08.0.0.0/24", "010.0.0.0/24", "10.0.00.0/24", "10.0.0/24"])("refuses the range %s", (cidr) => {
    expect(problems(created(cidr))).toStrictEqual([expect.stringContaining(cidr)]);
  });

  it.each(["10.0.0.0/24", "100.100.100.0/20", "0.0.0.0/16"])("takes the form of %s", (cidr) => {
    expect(problems(created(cidr))).toStrictEqual([]);
  });
});

describe("a subscription", () => {
  it.each([
    ["a FIFO queue", "sqs", "arn:aws:sqs:us-east-1:123456789012:images.fifo"],
    ["a queue without an account", "sqs", "arn:aws:sqs:us-east-1:images"],
    ["a function's name alone", "lambda", "arn:aws:lambda:us-east-1:123456789012:images"],
  ])("refuses %s", (_title, protocol, endpoint) => {
    expect(problems(subscription(protocol, endpoint))).toStrictEqual([expect.stringContaining(endpoint)]);
  });

  it.each([
    ["sqs", "arn:aws:sqs:us-east-1:123456789012:images"],
    ["lambda", "arn:aws:lambda:us-east-1:123456789012:function:images"],
    ["lambda", "arn:aws:lambda:us-east-1:123456789012:function:images:live"],
  ])("takes an endpoint of %s", (protocol, endpoint) => {
    expect(problems(subscription(protocol, endpoint))).toStrictEqual([]);
  });
});
