import { lookedUpParents } from "../../src/adoption/looked-up-parents";
import type { ResourceInstance } from "../../src/adoption/state/state";
import type { Value } from "../../src/review/plan/value";

function instance(type: string, attributes: Value, address = `data.${type}.base`): ResourceInstance {
  return { address, module: "", type, name: "base", provider: "hashicorp/aws", attributes, sensitive: [] };
}

const recipe = (parent: string) =>
  new Map([["images/web.yaml", instance("aws_imagebuilder_image_recipe", { parent_image: parent }, "recipe")]]);

const parameter = instance("aws_ssm_parameter", { name: "/aws/service/al2023", value: "ami-0123456789abcdef0" });
const ami = instance("aws_ami", { image_id: "ami-0fedcba9876543210" });

test.each([
  [
    "ami-0123456789abcdef0",
    "its parent is the AMI that data.aws_ssm_parameter.base found last; to follow the parameter, write ssm: /aws/service/al2023 instead of amis",
  ],
  [
    "ami-0fedcba9876543210",
    "its parent is the AMI that data.aws_ami.base found last; to look up the newest one, write ami: { owners: …, name: … } instead of amis",
  ],
])("says of the parent %s how to follow it", (parent, says) => {
  expect(lookedUpParents(recipe(parent), [parameter, ami])).toEqual([{ about: "images/web.yaml", says }]);
});

test.each([
  ["an AMI that nothing found", "ami-00000000000000000"],
  ["a parameter", "ssm:/aws/service/al2023"],
])("says nothing of %s", (_, parent) => {
  expect(lookedUpParents(recipe(parent), [parameter, ami])).toEqual([]);
});

test("says nothing of a value of another data source", () => {
  const other = instance("aws_instance", { value: "ami-0123456789abcdef0" });
  expect(lookedUpParents(recipe("ami-0123456789abcdef0"), [other])).toEqual([]);
});
