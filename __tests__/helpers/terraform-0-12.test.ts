import { faultsOfTerraform12 } from "./terraform-0-12";

const role = (body: object) => ({ resource: { aws_iam_role: { build: body } } });

describe("what Terraform 0.12.24 reads", () => {
  it.each([
    { terraform: { required_version: ">= 0.12.24", backend: { local: { path: "a", workspace_dir: "a.d" } } } },
    { terraform: { required_providers: { aws: { source: "aws", version: "~> 5.100" } } } },
    { terraform: { required_providers: { aws: "~> 5.100" } } },
    { terraform: { backend: { s3: { bucket: "a", key: "b", region: "us-east-1", dynamodb_table: "c" } } } },
    { "//": { metadata: {} }, output: { arn: { value: "${aws_iam_role.build.arn}", description: "x" } } },
    role({ "//": { path: "x" }, name: "a-${aws_s3_bucket.logs.id}-${data.aws_kms_alias.k.arn}" }),
    role({ depends_on: ["aws_iam_role.other", "data.aws_kms_alias.k"], provider: "aws.eu" }),
    role({ lifecycle: { create_before_destroy: true, prevent_destroy: true, ignore_changes: ["tags"] } }),
    role({ name: "$${aws} %%{if} $ % { }", tags: { '${"$"}{x}': "a" } }),
    role({ ingress: [{ cidr: "${aws_vpc.build.ipv4[0].cidr}" }] }),
  ])("has no fault: %j", (json) => {
    expect(faultsOfTerraform12(json)).toEqual([]);
  });
});

describe("what is newer, or no reference and no literal", () => {
  it.each([
    [{ moved: [{ from: "aws_iam_role.a", to: "aws_iam_role.b" }] }, "moved"],
    [{ import: [{ to: "aws_iam_role.a", id: "a" }] }, "import"],
    [{ removed: [{ from: "aws_iam_role.a" }] }, "removed"],
    [{ check: { health: {} } }, "check"],
    [{ ephemeral: {} }, "ephemeral"],
    [{ terraform: { cloud: { organization: "us" } } }, "terraform: cloud"],
    [{ terraform: { experiments: [] } }, "terraform: experiments"],
    [{ terraform: { backend: { s3: { bucket: "a", use_lockfile: true } } } }, "backend s3: use_lockfile"],
    [{ terraform: { backend: { s3: { assume_role: { role_arn: "a" } } } } }, "backend s3: assume_role"],
    [
      { terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "5" } } } },
      'source of aws: "hashicorp/aws"',
    ],
    [
      { terraform: { required_providers: { aws: { version: "5", configuration_aliases: [] } } } },
      "required_providers.aws: configuration_aliases",
    ],
    [{ variable: { a: { validation: [] } } }, "variable a: validation"],
    [{ variable: { a: { nullable: false } } }, "variable a: nullable"],
    [{ output: { a: { value: "b", precondition: [] } } }, "output a: precondition"],
    [
      role({ lifecycle: { replace_triggered_by: ["aws_iam_role.a"] } }),
      "resource aws_iam_role.build lifecycle: replace_triggered_by",
    ],
    [role({ depends_on: ["${aws_iam_role.a}"] }), 'resource aws_iam_role.build depends_on: "${aws_iam_role.a}"'],
    [role({ policy: "${jsonencode({})}" }), "resource aws_iam_role.build: jsonencode({"],
    [role({ name: "${one(aws_iam_role.a[*].name)}" }), "resource aws_iam_role.build: one(aws_iam_role.a[*].name)"],
    [role({ name: '${var.a ? "b" : "c"}' }), 'resource aws_iam_role.build: var.a ? "b" : "c"'],
    [role({ name: "%{ if true }a%{ endif }" }), "resource aws_iam_role.build: %{"],
    [role({ tags: [{ "${timestamp()}": "a" }] }), "resource aws_iam_role.build: timestamp()"],
    [{ data: { aws_ami: { a: { name: "${provider::aws::x()}" } } } }, "data aws_ami.a: provider::aws::x()"],
    [{ provider: { aws: [{ region: '${lower("A")}' }] } }, 'provider aws: lower("A")'],
    [{ locals: { a: "${startswith(var.b, var.c)}" } }, "locals: startswith(var.b, var.c)"],
  ])("is a fault: %j", (json, fault) => {
    expect(faultsOfTerraform12(json)).toEqual([fault]);
  });
});
