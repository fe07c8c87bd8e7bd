import { check } from "../helpers/valid-project";

const os = "{ os: amazon-linux-2023, architecture: x86_64 }";
const component = "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x";
const image = "arn:aws:imagebuilder:us-east-1:123456789012:image/base/x.x.x";
const workflow = "arn:aws:imagebuilder:us-east-1:aws:workflow/build/build-image/x.x.x";
const of = (parent: string, item: string, more = "") => `parent: ${parent}\ncomponents:\n  - ${item}\n${more}`;

/** An ARN where the project has a name for what it stands for. */
test.each([
  ["a managed component", of(os, `aws: ${component}`), 3, component],
  ["a document", of(os, component), 3, component],
  ["a document with settings", of(os, `component: ${component}`), 3, component],
  ["an operating system", of(`{ os: "${image}", architecture: x86_64 }`, "aws: update-linux"), 1, image],
  ["an image", of(`{ image: "${image}" }`, "aws: update-linux"), 1, image],
  ["a managed workflow", of(os, "aws: update-linux", `workflows:\n  - aws: ${workflow}\n`), 5, workflow],
  ["a workflow document", of(os, "aws: update-linux", `workflows:\n  - ${workflow}\n`), 5, workflow],
])("in place of %s is answered with the key for ARNs", async (_title, text, line, arn) => {
  const errors = (await check({ "images/base.yaml": text })).filter(({ severity }) => severity === "error");
  expect(errors[0]).toMatchObject({ line, fix: expect.stringContaining(`write arn: ${arn}`) as unknown });
});

test("an AMI by its ARN of EC2 is answered with the key for AMIs", async () => {
  const parent = '{ arn: "arn:aws:ec2:eu-west-1::image/ami-0123456789abcdef0", platform: Linux }';
  expect(await check({ "images/base.yaml": of(parent, "aws: update-linux") })).toMatchObject([
    { code: "image-arn", line: 1, fix: "write amis: { eu-west-1: ami-0123456789abcdef0 } in place of arn" },
  ]);
});
