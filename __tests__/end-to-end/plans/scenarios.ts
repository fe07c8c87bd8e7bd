import { baseDisposable, baseLookingUp, baseProject } from "./base-project";
import { baseTerraform } from "./base-terraform";

/** Text files by path. */
export type Files = Readonly<Record<string, string>>;

/** A request to the sandbox that Terraform does not know of. */
export interface OutsideCall {
  readonly service: "ec2" | "imagebuilder" | "s3" | "iam" | "ssm";
  readonly method: "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly body: string;
  /** Header that names the operation, for services that use it. */
  readonly target?: string;
}

/**
 * Configuration that is applied before a change: `project` is this project's YAML, `disposable` a smaller one with `onRemoval: destroy`,
 * `looking-up` one whose parent is looked up, and `terraform` plain HCL as others might write it.
 */
export type Base = "project" | "disposable" | "looking-up" | "terraform";

/** A change whose plan is recorded. Each is made to the applied base, and none is applied. */
export interface Scenario {
  /** Name of the recorded file, in kebab-case. */
  readonly name: string;
  readonly base: Base;
  readonly edit: (files: Files) => Files;
  /** True to record the plan before the base is applied. */
  readonly first?: true;
  /** Additional arguments of `terraform plan`. */
  readonly arguments?: readonly string[];
  /** Requests that change resources outside Terraform before the plan, and that restore them afterwards. */
  readonly outside?: { readonly change: readonly OutsideCall[]; readonly restore: readonly OutsideCall[] };
}

export const scenarios: readonly Scenario[] = [
  project("first-deploy", (files) => files, { first: true }),
  project("no-change", (files) => files),
  project("component-edited", in_("components/linux/shared.yaml", "echo shared", "echo shared and edited")),
  project(
    "components-edited",
    in_("components/linux/shared.yaml", "echo shared", "echo shared and edited"),
    in_("components/linux/web.yaml", "echo web", "echo web server"),
  ),
  project(
    "component-with-secret",
    in_(
      "components/linux/web.yaml",
      "- echo web",
      `- export GITHUB_TOKEN=${token()} # check-ignore credential-in-document: of no use`,
    ),
  ),
  project("components-reordered", in_("images/base.yaml", "[linux/shared, linux/base]", "[linux/base, linux/shared]")),
  project("parent-changed", in_("images/base.yaml", "os: amazon-linux-2023", "os: ubuntu-24.04")),
  project("user-data-edited", in_("images/web.yaml", "echo started", "echo started-again")),
  project("workflow-edited", in_("workflows/test/smoke.yaml", "default: RUNNING", "default: STATUS_CHECK_PASSED")),
  project("dockerfile-edited", in_("containers/app.Dockerfile", "echo one", "echo two")),
  project(
    "held-component-deleted",
    in_("components/linux/base.yaml", "echo base", "echo base and edited"),
    in_("images/base.yaml", "linux/base]", "{ component: linux/base, version: 1.0.0 }]"),
    inEnvironment(/^region: us-east-1$/m, "region: us-east-1\nretainComponents: true"),
  ),
  project("image-added", inEnvironment("images:\n", "images:\n  tool:\n    schedule: manual\n")),
  project("image-removed", inEnvironment(/ {2}web:\n(?: {4}.*\n)+/, ""), inEnvironment("[base, web]", "[base]")),
  project("container-removed", inEnvironment(/containers:\n(?: {2}.*\n)+/, "")),
  project(
    "region-added",
    inEnvironment("      - region: eu-central-1\n", "      - region: eu-central-1\n      - region: eu-west-1\n"),
  ),
  project("region-removed", inEnvironment("      - region: eu-central-1\n", "")),
  project(
    "sharing-widened",
    inEnvironment(
      'accounts: ["111122223333", "444455556666"]',
      'accounts: ["111122223333", "444455556666", "777788889999"]',
    ),
  ),
  project(
    "sharing-narrowed",
    inEnvironment('accounts: ["111122223333", "444455556666"]', 'accounts: ["111122223333"]'),
  ),
  project(
    "copy-to-account",
    inEnvironment(
      "distribute: [{ region: us-east-1 }, { region: eu-central-1 }] # web",
      'distribute: [{ region: us-east-1, copyTo: { accounts: ["111122223333"] } }]',
    ),
  ),
  project(
    "key-changed",
    in_(
      "images/web.yaml",
      "encrypted: true",
      "encrypted: true\n    kmsKey: arn:aws:kms:us-east-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
    ),
  ),
  project("key-user-added", inEnvironment("role/launcher]", "role/launcher, arn:aws:iam::123456789012:role/deployer]")),
  project("key-user-removed", inEnvironment("  users: [arn:aws:iam::123456789012:role/launcher]\n", "")),
  project("key-deleted-sooner", inEnvironment("deletionDays: 30", "deletionDays: 7")),
  project(
    "profile-policy-added",
    inEnvironment(
      "instanceProfile: { create: true }",
      "instanceProfile: { create: true, policies: [arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess] }",
    ),
  ),
  project(
    "bucket-switched",
    inEnvironment("documents: { create: true }", "documents: { create: true, bucket: other-documents-123456789012 }"),
  ),
  project("log-bucket-removed", inEnvironment(/ {2}logs: .*\n/, "")),
  project("log-expiry-shortened", inEnvironment("expireDays: 90", "expireDays: 30")),
  project("log-expiry-lengthened", inEnvironment("expireDays: 90", "expireDays: 365")),
  project("log-group-shortened", inEnvironment("retentionDays: 90", "retentionDays: 30")),
  project(
    "lifecycle-delete-added",
    inEnvironment(
      "      - { action: deprecate, after: { days: 30 } }\n",
      "      - { action: deprecate, after: { days: 30 } }\n      - { action: delete, after: { days: 90 } }\n",
    ),
  ),
  project(
    "lifecycle-shortened",
    inEnvironment("action: delete, after: { days: 60 }", "action: delete, after: { days: 20 }"),
  ),
  project("lifecycle-removed", inEnvironment(/lifecycle:\n(?: {2}.*\n)+/, "")),
  project(
    "schedule-removed",
    inEnvironment("schedule: { cron: 0 4 ? * SUN *, timezone: Europe/Berlin, start: always }", "schedule: manual"),
  ),
  project("schedule-changed", inEnvironment("0 4 ? * SUN *", "0 5 ? * MON *")),
  project("pipeline-disabled", inEnvironment("  web:\n", "  web:\n    enabled: false\n")),
  project("volume-unencrypted", in_("images/web.yaml", "encrypted: true", "encrypted: false")),
  project("volume-grown", in_("images/web.yaml", "size: 30", "size: 40")),
  project("metadata-weakened", inEnvironment("metadata: { tokens: required }", "metadata: { tokens: optional }")),
  project("topic-removed", inEnvironment("  topic: { create: true }\n", "")),
  project("topic-renamed", inEnvironment("topic: { create: true }", "topic: { create: true, name: builds }")),
  project(
    "topic-renamed-with-events",
    inEnvironment("topic: { create: true }", "topic: { create: true, name: builds }"),
    inEnvironment("images:\n", "events: { on: [failed] }\nimages:\n"),
  ),
  project("role-replaced", (files) => files, { arguments: ["-replace=aws_iam_role.build"] }),
  project(
    "role-replaced-and-parameter-added",
    inEnvironment(
      "      - region: eu-central-1\n",
      "        ssmParameters: [{ name: /golden/base }]\n      - region: eu-central-1\n",
    ),
    { arguments: ["-replace=aws_iam_role.build"] },
  ),
  project("tags-changed", inEnvironment("team: platform", "team: images")),
  project("provider-version-changed", inEnvironment('providerVersion: "~> 5.100"', 'providerVersion: ">= 5.100, < 6"')),
  project("drift-schedule", (files) => files, {
    outside: { change: [updatePipeline("cron(0 1 * * ? *)")], restore: [updatePipeline("cron(0 4 ? * SUN *)")] },
  }),
  project("drift-refresh-only", (files) => files, {
    arguments: ["-refresh-only"],
    outside: { change: [updatePipeline("cron(0 1 * * ? *)")], restore: [updatePipeline("cron(0 4 ? * SUN *)")] },
  }),
  project("drift-public-access", (files) => files, {
    outside: {
      change: [publicAccessBlock(false)],
      restore: [publicAccessBlock(true)],
    },
  }),
  project("drift-role-policy", (files) => files, {
    outside: {
      change: [
        iam(
          "Action=AttachRolePolicy&RoleName=ec2-image-builder-us-east-1&PolicyArn=arn:aws:iam::aws:policy/AdministratorAccess",
        ),
      ],
      restore: [
        iam(
          "Action=DetachRolePolicy&RoleName=ec2-image-builder-us-east-1&PolicyArn=arn:aws:iam::aws:policy/AdministratorAccess",
        ),
      ],
    },
  }),

  disposable("disposable-no-change", (files) => files),
  disposable("repository-destroyed", inEnvironment(/containers:\n(?: {2}.*\n)+/, "")),
  disposable("topic-destroyed", inEnvironment("  topic: { create: true }\n", "")),
  disposable(
    "argument-overridden",
    inEnvironment(
      "images:\n",
      'overrides: { aws_imagebuilder_image_pipeline.base: { image_tests_configuration: { timeout_minutes: "90" } } }\nimages:\n',
    ),
  ),

  lookingUp("looking-up-no-change", (files) => files),
  lookingUp("looking-up-edited", in_("components/linux/base.yaml", "echo base", "echo base and edited")),
  // Must be the last scenario of its base, because the AMI stays.
  lookingUp("look-up-changed", in_("components/linux/base.yaml", "echo base", "echo base and edited"), {
    outside: {
      change: [
        {
          service: "ec2",
          method: "POST",
          path: "/",
          body: "Action=CopyImage&Version=2016-11-15&Name=corporate-2&SourceRegion=us-east-1&SourceImageId=ami-12c6146b",
        },
      ],
      restore: [],
    },
  }),

  terraform("terraform-first", (files) => files, { first: true }),
  terraform("terraform-no-change", (files) => files),
  terraform("terraform-recipe-edited", in_("main.tf", 'version      = "1.0.0" # recipe', 'version      = "1.1.0"')),
  terraform(
    "terraform-document-edited",
    in_("main.tf", "echo one", "echo two"),
    in_("main.tf", 'version  = "1.0.0" # component', 'version  = "1.0.1"'),
  ),
  terraform("terraform-policy-broadened", in_("main.tf", '"s3:GetObject"', '"s3:*"')),
  terraform("terraform-policy-narrowed", in_("main.tf", '"s3:ListBucket", ', "")),
  terraform("terraform-policy-renamed", in_("main.tf", "ReadDocuments", "ReadTheDocuments")),
  terraform(
    "terraform-role-replaced",
    in_("main.tf", '"hcl-build"', '"hcl-build-2"'),
    in_("main.tf", '"s3:GetObject"', '"s3:*"'),
  ),
  terraform("terraform-role-replaced-only", in_("main.tf", '"hcl-build"', '"hcl-build-2"')),
  terraform(
    "terraform-trust-widened",
    in_("main.tf", 'Service = "ec2.amazonaws.com"', 'Service = ["ec2.amazonaws.com", "lambda.amazonaws.com"]'),
  ),
  terraform(
    "terraform-tls-only-removed",
    in_("main.tf", '"aws:SecureTransport" = "false"', '"aws:SecureTransport" = "true"'),
  ),
  terraform("terraform-boundary-removed", in_("main.tf", /.*permissions_boundary.*\n/, "")),
  terraform("terraform-ingress-opened", in_("main.tf", 'cidr_blocks = ["10.0.0.0/8"]', 'cidr_blocks = ["0.0.0.0/0"]')),
  terraform(
    "terraform-ingress-closed",
    in_("main.tf", 'cidr_blocks = ["10.0.0.0/8"]', 'cidr_blocks = ["10.0.0.0/16"]'),
  ),
  terraform(
    "terraform-public-address",
    in_("main.tf", "map_public_ip_on_launch = false", "map_public_ip_on_launch = true"),
  ),
  terraform(
    "terraform-queue-policy-public",
    in_("main.tf", 'AWS = "arn:aws:iam::123456789012:root" } # queue', 'AWS = "*" }'),
  ),
  terraform("terraform-table-destroyed", in_("main.tf", /resource "aws_dynamodb_table"[^]*?\n}\n/, "")),
  terraform("terraform-key-destroyed", in_("main.tf", /resource "aws_kms_key"[^]*?\n}\n/, "")),
  terraform("terraform-vpc-replaced", in_("main.tf", 'cidr_block = "10.0.0.0/16"', 'cidr_block = "10.0.0.0/20"')),
  terraform(
    "terraform-moved",
    in_("main.tf", 'resource "aws_sqs_queue" "jobs"', 'resource "aws_sqs_queue" "work"'),
    in_("main.tf", "aws_sqs_queue.jobs", "aws_sqs_queue.work"),
    adding("moved.tf", "moved {\n  from = aws_sqs_queue.jobs\n  to   = aws_sqs_queue.work\n}\n"),
  ),
  terraform(
    "terraform-forgotten",
    in_("main.tf", /resource "aws_dynamodb_table"[^]*?\n}\n/, ""),
    adding("removed.tf", "removed {\n  from = aws_dynamodb_table.state\n  lifecycle {\n    destroy = false\n  }\n}\n"),
  ),
  terraform(
    "terraform-check-failed",
    adding(
      "check.tf",
      'check "always" {\n  assert {\n    condition     = length(aws_sqs_queue.jobs.name) > 100\n    error_message = "the name of the queue is too short"\n  }\n}\n',
    ),
  ),
  terraform(
    "terraform-check-passed",
    adding(
      "check.tf",
      'check "always" {\n  assert {\n    condition     = length(aws_sqs_queue.jobs.name) > 1\n    error_message = "the name of the queue is too short"\n  }\n}\n',
    ),
  ),
  terraform(
    "terraform-imported",
    adding(
      "import.tf",
      'import {\n  to = aws_ssm_parameter.made\n  id = "/outside/made"\n}\nresource "aws_ssm_parameter" "made" {\n  name  = "/outside/made"\n  type  = "SecureString"\n  value = "made by hand"\n}\n',
    ),
    {
      outside: {
        change: [parameter("PutParameter", { Name: "/outside/made", Type: "SecureString", Value: "made by hand" })],
        restore: [parameter("DeleteParameter", { Name: "/outside/made" })],
      },
    },
  ),
  terraform("terraform-bucket-replaced", in_("main.tf", '"hcl-documents-123456789012"', '"hcl-papers-123456789012"')),
  terraform("terraform-sharing-public", in_("main.tf", 'user_ids = ["111122223333"]', 'user_groups = ["all"]')),
  terraform(
    "terraform-module-policy",
    in_("modules/notify/main.tf", '"sqs:SendMessage"', '["sqs:SendMessage", "sqs:PurgeQueue"]'),
  ),
  terraform(
    "terraform-guard-removed",
    in_("main.tf", /  allowed_account_ids .*\n/, ""),
    adding(
      "outputs.tf",
      'output "image_pipeline_arns" {\n  value = { hello = aws_imagebuilder_image_pipeline.hello.arn }\n}\n',
    ),
  ),
  terraform("terraform-targeted", in_("main.tf", 'name = "jobs"', 'name = "work"'), {
    arguments: ["-target=aws_dynamodb_table.state"],
  }),
  terraform("terraform-secret", in_("main.tf", "value = var.password", 'value = "changed-${var.password}"')),
];

type Edit = (files: Files) => Files;
type Rest = Pick<Scenario, "first" | "outside" | "arguments">;

function project(name: string, ...rest: readonly (Edit | Rest)[]): Scenario {
  return scenario(name, "project", rest);
}

function disposable(name: string, ...rest: readonly (Edit | Rest)[]): Scenario {
  return scenario(name, "disposable", rest);
}

function lookingUp(name: string, ...rest: readonly (Edit | Rest)[]): Scenario {
  return scenario(name, "looking-up", rest);
}

function terraform(name: string, ...rest: readonly (Edit | Rest)[]): Scenario {
  return scenario(name, "terraform", rest);
}

function scenario(name: string, base: Base, rest: readonly (Edit | Rest)[]): Scenario {
  const edits = rest.filter((each): each is Edit => typeof each === "function");
  return {
    name,
    base,
    edit: (files) => edits.reduce((edited, edit) => edit(edited), files),
    ...Object.assign({}, ...rest.filter((each) => typeof each === "object")),
  } as Scenario;
}

/** Replaces every occurrence of `from`. @throws if there is none, so that no scenario is an unchanged base by mistake */
function in_(file: string, from: string | RegExp, to: string): Edit {
  return (files) => {
    const text = files[file] ?? "";
    const edited = typeof from === "string" ? text.replaceAll(from, to) : text.replace(from, to);
    if (edited === text) throw new Error(`${file} does not hold ${String(from)}`);
    return { ...files, [file]: edited };
  };
}

function adding(file: string, text: string): Edit {
  return (files) => ({ ...files, [file]: text });
}

function inEnvironment(from: string | RegExp, to: string): Edit {
  return in_("environments/dev.yaml", from, to);
}

/** Returns a text in the form of a GitHub token that never existed. */
function token(): string {
  return ["ghp", "q7Zk2Vd9Xb4Rt6Yw1Mn3Lp8Hs5Jc0Fg2Ka7e"].join("_");
}

function updatePipeline(expression: string): OutsideCall {
  return { service: "imagebuilder", method: "PUT", path: "/UpdateImagePipeline", body: expression };
}

function publicAccessBlock(closed: boolean): OutsideCall {
  const names = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];
  const body = `<PublicAccessBlockConfiguration>${names.map((name) => `<${name}>${String(closed)}</${name}>`).join("")}</PublicAccessBlockConfiguration>`;
  return { service: "s3", method: "PUT", path: "/ec2imagebuilder-123456789012-us-east-1?publicAccessBlock", body };
}

function iam(body: string): OutsideCall {
  return { service: "iam", method: "POST", path: "/", body: `${body}&Version=2010-05-08` };
}

function parameter(operation: string, body: object): OutsideCall {
  return { service: "ssm", method: "POST", path: "/", body: JSON.stringify(body), target: `AmazonSSM.${operation}` };
}

export const bases: Readonly<Record<Base, Files>> = {
  project: baseProject,
  disposable: baseDisposable,
  "looking-up": baseLookingUp,
  terraform: baseTerraform,
};

/** Returns the scenario of a base in which nothing changes. The other plans are recorded as differences from it. */
export function unchanged(base: Base): Scenario {
  const name = base === "project" ? "no-change" : `${base}-no-change`;
  const found = scenarios.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no scenario "${name}"`);
  return found;
}
