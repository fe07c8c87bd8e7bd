import { containerSchema } from "../../src/definitions/schema/container";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageSchema } from "../../src/definitions/schema/image";
import { definedResources } from "../../src/factory/defined-resources";
import { listedIn } from "../../src/factory/listed";

const parent = { os: "amazon-linux-2023", architecture: "x86_64" };
const images = new Map([
  ["base", imageSchema.parse({ parent, components: [{ aws: "update-linux" }] })],
  ["web", imageSchema.parse({ parent, components: [{ aws: "update-linux" }], workflows: [{ aws: "build-image" }] })],
]);
const containers = new Map([
  ["app", containerSchema.parse({ parent: { image: "amazonlinux:2023" }, components: [{ aws: "update-linux" }] })],
]);

const manual = { schedule: "manual" };

function defined(settings: object, others: Readonly<Record<string, object>> = {}) {
  const [environment, ...rest] = [settings, ...Object.values(others)].map((each) =>
    environmentSchema.parse({ account: "123456789012", region: "us-east-1", ...each }),
  );
  if (environment === undefined) throw new Error("no environment");
  const all = new Map([["dev", environment], ...Object.keys(others).map((name, at) => [name, rest[at]] as const)]);
  const known = new Map([...all].flatMap(([name, each]) => (each === undefined ? [] : [[name, each] as const])));
  return definedResources(environment, listedIn(environment, images, containers), known);
}

const createdBy = (...of: Parameters<typeof defined>) =>
  Object.fromEntries(
    defined(...of).created.map(({ address, name, ...rest }) => [address, rest.with?.length ? rest.with : name]),
  );

describe("what an environment defines that outlives its definition", () => {
  it("is nothing where it builds and receives nothing", () => {
    expect(defined({ documents: { create: true }, network: { create: {} } })).toEqual({
      account: "123456789012",
      region: "us-east-1",
      stacks: [],
      created: [],
      workflows: [],
      built: [],
      network: false,
      onRemoval: "keep",
    });
  });

  it("is its place, its stacks and its network", () => {
    const building = { images: { base: manual }, network: { create: {} }, onRemoval: "destroy" };
    expect(defined(building)).toMatchObject({ stacks: ["builder"], network: true, onRemoval: "destroy" });
    expect(defined({ images: { base: manual } })).toMatchObject({ network: false, onRemoval: "keep" });
    expect(defined({ consumer: { from: { other: { images: { base: {} } } } } })).toMatchObject({
      stacks: ["consumer"],
    });
  });

  it("is its buckets, where it creates them", () => {
    const building = { images: { base: manual } };
    const create = { create: true };
    expect(createdBy({ ...building, documents: { ...create, bucket: "files" } })).toEqual({
      "aws_s3_bucket.documents": "files",
    });
    expect(createdBy({ ...building, documents: { bucket: "files" }, build: { logs: { bucket: "logs" } } })).toEqual({});
    expect(
      createdBy({ ...building, documents: { bucket: "files" }, build: { logs: { ...create, bucket: "logs" } } }),
    ).toEqual({ "aws_s3_bucket.logs": "logs" });
  });

  it("is the access logs of a bucket, together with the bucket", () => {
    const documents = { create: true, bucket: "files", accessLogs: { bucket: "audit" } };
    expect(createdBy({ images: { base: manual }, documents })).toEqual({
      "aws_s3_bucket.documents": ["aws_s3_bucket_logging.documents"],
    });
  });

  it("is its keys, one for each region", () => {
    const building = {
      images: { base: { ...manual, distribute: [{ region: "us-east-1" }, { region: "eu-west-1" }] } },
      documents: { bucket: "files" },
    };
    expect(createdBy({ ...building, encryption: { create: true, alias: "golden" } })).toEqual({
      "aws_kms_key.images-us-east-1": "golden",
      "aws_kms_key.images-eu-west-1": "golden",
    });
    expect(createdBy(building)).toEqual({});
  });

  it("is the repositories of its containers, where it creates them", () => {
    const documents = { bucket: "files" };
    expect(createdBy({ documents, images: { base: manual }, containers: { app: manual } })).toEqual({
      "aws_ecr_repository.app": "app",
    });
    expect(createdBy({ documents, containers: { app: { ...manual, repository: { create: false } } } })).toEqual({});
  });

  it("is its log groups, where it creates them", () => {
    const building = { documents: { bucket: "files" }, images: { base: manual } };
    expect(Object.values(createdBy({ ...building, build: { logGroups: {} } }))).toEqual([
      "/aws/imagebuilder/base",
      "/aws/imagebuilder/pipeline/base",
    ]);
  });

  it("is a topic once, with its subscriptions", () => {
    const building = { documents: { bucket: "files" }, images: { base: manual } };
    const topic = {
      create: true,
      name: "builds",
      subscriptions: [{ protocol: "email", endpoint: "team@example.com" }],
    };
    const events = { on: ["failed"] };
    expect(createdBy({ ...building, build: { topic }, events })).toEqual({
      "aws_sns_topic.builds": [expect.stringMatching(/^aws_sns_topic_subscription\.builds-/) as string],
    });
    expect(createdBy({ ...building, build: { topic: "arn:aws:sns:us-east-1:123456789012:given" }, events })).toEqual(
      {},
    );
    expect(
      createdBy({
        ...building,
        build: { topic: { create: true, name: "a" } },
        events: { ...events, topic: { create: true, name: "b" } },
      }),
    ).toEqual({
      "aws_sns_topic.a": "a",
      "aws_sns_topic.b": "b",
    });
  });

  it("is the images that Terraform builds", () => {
    const documents = { bucket: "files" };
    expect(createdBy({ documents, images: { base: { ...manual, buildOnDeploy: true }, web: manual } })).toEqual({
      "aws_imagebuilder_image.base": "base",
    });
    expect(defined({ documents, images: { base: manual } }).created).toEqual([]);
  });

  it("is the launch templates of what it receives", () => {
    const consumer = { from: { builder: { images: { base: { launchTemplate: { name: "golden" } } } } } };
    const builder = { account: "210987654321", images: { base: manual } };
    expect(createdBy({ consumer }, { builder })).toEqual({ "aws_launch_template.builder_base": "golden" });
  });
});

describe("the pipelines of an environment", () => {
  it("are those of its images and containers, and those with workflows of their own", () => {
    const pipelines = {
      weekly: manual,
      nightly: { ...manual, workflows: [{ aws: "build-image" }] },
    };
    const { built, workflows } = defined({ images: { base: { ...manual, pipelines }, web: manual } });
    expect(built).toHaveLength(4);
    expect(workflows).toHaveLength(2);
    expect(built).toEqual(expect.arrayContaining([...workflows]));
    expect(workflows).toContain("web");
    expect(workflows).not.toContain("base");
  });
});
