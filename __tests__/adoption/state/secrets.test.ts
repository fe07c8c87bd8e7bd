import { secretsIn, secretsOf } from "../../../src/adoption/state/secrets";
import type { ResourceInstance, State } from "../../../src/adoption/state/state";
import type { Path, Value } from "../../../src/review/plan/value";

function resource(type: string, attributes: Record<string, Value>, ...sensitive: Path[]): ResourceInstance {
  return { address: `${type}.x`, module: "", type, name: "x", provider: "hashicorp/aws", attributes, sensitive };
}

function stateOf(...resources: ResourceInstance[]): State {
  return {
    form: "version 4",
    legacyProviders: false,
    resources,
    dataSources: [],
    deposed: [],
    tainted: [],
    outputs: {},
    sensitiveOutputs: ["of-an-output"],
  };
}

describe("secrets of a state", () => {
  it("are the texts that are marked as sensitive, each told without being said", () => {
    const secrets = secretsOf(
      stateOf(
        resource("random_password", { id: "none", result: "correct-horse" }, ["result"]),
        resource("aws_ssm_parameter", { name: "/db", type: "SecureString", value: "battery-staple" }, ["value"]),
        resource("aws_x", { list: [{ key: "in-a-list" }] }, ["list"]),
      ),
    );
    expect([...secrets.keys()].sort()).toStrictEqual(["battery-staple", "correct-horse", "in-a-list", "of-an-output"]);
    const found = secretsIn("commands: [echo correct-horse]", secrets);
    expect(found).toStrictEqual(["the value of random_password.x, result"]);
  });

  it("are none where AWS calls something by them: all that comes from an SSM parameter is marked", () => {
    const marked = resource(
      "aws_imagebuilder_image_recipe",
      {
        parent_image: "ami-0123456789abcdef0",
        subnet: "subnet-01234567",
        key: "arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/a",
        owner: "123456789012",
        region: "ap-southeast-2",
        bucket_of_another: "corporate-logs",
      },
      ["parent_image"],
      ["subnet"],
      ["key"],
      ["owner"],
      ["region"],
      ["bucket_of_another"],
    );
    const bucket = resource("aws_s3_bucket", { id: "corporate-logs", bucket: "corporate-logs" });
    expect([...secretsOf(stateOf(marked, bucket)).keys()]).toStrictEqual(["of-an-output"]);
  });

  it("are the values of a component's parameters, and not their names", () => {
    const parameter = [
      { name: "LdapPassword", value: "correct-horse" },
      { name: "Version", value: "24.11" },
    ];
    const marked = resource("aws_imagebuilder_image_recipe", { component: [{ parameter }] }, [
      "component",
      0,
      "parameter",
    ]);
    expect([...secretsOf(stateOf(marked)).keys()].sort()).toStrictEqual(["correct-horse", "of-an-output"]);
  });

  it("are none in a parameter that is stored in plain text", () => {
    const plain = resource("aws_ssm_parameter", { name: "/ami", type: "String", value: "newest golden" }, ["value"]);
    expect([...secretsOf(stateOf(plain)).keys()]).toStrictEqual(["of-an-output"]);
  });

  it("are not let off for being the name of what is not in AWS, or for being short", () => {
    const text = resource("random_string", { id: "correct-horse", result: "correct-horse" }, ["result"]);
    const short = resource("aws_x", { pin: "12345" }, ["pin"]);
    expect([...secretsOf(stateOf(text, short)).keys()].sort()).toStrictEqual(["correct-horse", "of-an-output"]);
  });
});
