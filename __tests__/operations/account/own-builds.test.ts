import { asked } from "./asked";

const built = `    build:
      instanceTypes: [m6i.large]
      keyPair: web
      network: { subnet: subnet-11111111, securityGroups: [sg-11111111] }
    pipelines:
      weekly: { schedule: manual, build: { keyPair: none, network: { subnet: subnet-22222222 } } }
`;

it("looks for the subnet, groups, types and key pair of each build, where each is written", async () => {
  const subnets: Readonly<Record<string, object>> = {
    "subnet-11111111": { SubnetId: "subnet-11111111", VpcId: "vpc-1", AvailabilityZone: "us-east-1a" },
  };
  const { found } = await asked({
    built,
    answers: {
      DescribeSubnetsCommand: (input) => {
        const [id = ""] = (input as { SubnetIds?: string[] }).SubnetIds ?? [];
        return { Subnets: id in subnets ? [subnets[id]] : [] };
      },
      DescribeSecurityGroupsCommand: () => ({ SecurityGroups: [{ GroupId: "sg-11111111", VpcId: "vpc-2" }] }),
      DescribeInstanceTypeOfferingsCommand: () => ({ InstanceTypeOfferings: [] }),
      DescribeKeyPairsCommand: () => ({ KeyPairs: [] }),
    },
  });
  expect([...found].sort()).toEqual([
    "environments/dev.yaml:11 account-subnet-missing",
    "environments/dev.yaml:7 account-type-not-offered",
    "environments/dev.yaml:8 account-key-pair-missing",
    "environments/dev.yaml:9 account-group-elsewhere",
  ]);
});

it("finds nothing where all is there", async () => {
  const { found } = await asked({
    built,
    answers: {
      DescribeSubnetsCommand: () => ({ Subnets: [{ SubnetId: "subnet-11111111", VpcId: "vpc-1" }] }),
      DescribeSecurityGroupsCommand: () => ({ SecurityGroups: [{ GroupId: "sg-11111111", VpcId: "vpc-1" }] }),
      DescribeInstanceTypeOfferingsCommand: () => ({ InstanceTypeOfferings: [{ InstanceType: "m6i.large" }] }),
      DescribeKeyPairsCommand: () => ({ KeyPairs: [{ KeyName: "web" }] }),
    },
  });
  expect(found).toEqual([]);
});
