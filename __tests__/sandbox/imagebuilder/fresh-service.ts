import { Builds } from "../../../sandbox/imagebuilder/builds/builds";
import { ImageBuilderService, type ServiceAnswer } from "../../../sandbox/imagebuilder/service";
import { WorldInMemory } from "./world-in-memory";

export const account = "123456789012";

export const componentDocument = `schemaVersion: 1.0
parameters:
  - Packages:
      type: string
      default: jq
      description: What to install
phases:
  - name: build
    steps:
      - name: Install
        action: ExecuteBash
        inputs:
          commands:
            - dnf install -y {{ Packages }}
`;

type Input = Readonly<Record<string, unknown>>;

/** A service without anything in it, on 5 January 2026, a Monday; as clients call it. Builds end before their call is answered. */
export interface FreshService {
  readonly service: ImageBuilderService;
  readonly world: WorldInMemory;
  /** What time it is; it goes by where a test says so. */
  readonly time: { now: Date };
  call(operation: string, input: Input, region?: string): Promise<ServiceAnswer>;
  get(operation: string, field: string, arn: string): Promise<ServiceAnswer>;
  remove(operation: string, field: string, arn: string): Promise<ServiceAnswer>;
}

/** @param objects of S3, by URI */
export function freshService(objects: Readonly<Record<string, string>> = {}): FreshService {
  const world = new WorldInMemory(account);
  const time = { now: new Date("2026-01-05T10:00:00Z") };
  const service = new ImageBuilderService({
    account,
    world,
    builds: new Builds({ pace: "at-once" }),
    now: () => time.now,
    readObject: (uri) => Promise.resolve(objects[uri]),
    // All that a test names is there, unless its name says otherwise.
    iam: {
      hasRole: (name) => Promise.resolve(!name.startsWith("missing")),
      hasInstanceProfile: (name) => Promise.resolve(!name.startsWith("missing")),
    },
  });
  let token = 0;
  const byArn = (method: string) => (operation: string, field: string, arn: string) =>
    service.answer({
      method,
      url: `/${operation}?${field}=${encodeURIComponent(arn)}`,
      body: "",
      region: "us-east-1",
    });
  return {
    service,
    world,
    time,
    call: (operation, input, region = "us-east-1") => {
      const clientToken = /^(List|Put)/.test(operation) ? {} : { clientToken: `token-${++token}` };
      return service.answer({
        method: operation.startsWith("List") ? "POST" : "PUT",
        url: `/${operation}`,
        body: JSON.stringify({ ...clientToken, ...input }),
        region,
      });
    },
    get: byArn("GET"),
    remove: byArn("DELETE"),
  };
}

export const component = {
  name: "Install Packages",
  semanticVersion: "1.0.0",
  platform: "Linux",
  uri: "s3://bucket/components/install.yaml",
};
export const componentArn = `arn:aws:imagebuilder:us-east-1:${account}:component/install-packages/1.0.0/1`;
export const recipe = {
  name: "base",
  semanticVersion: "1.0.0",
  parentImage: "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x",
  components: [{ componentArn }],
};
export const recipeArn = `arn:aws:imagebuilder:us-east-1:${account}:image-recipe/base/1.0.0`;
export const infrastructureArn = `arn:aws:imagebuilder:us-east-1:${account}:infrastructure-configuration/build`;
export const pipelineArn = `arn:aws:imagebuilder:us-east-1:${account}:image-pipeline/base`;
export const pipeline = { name: "base", imageRecipeArn: recipeArn, infrastructureConfigurationArn: infrastructureArn };

/** What a pipeline needs, as calls. */
export const prerequisites = [
  ["CreateComponent", component],
  ["CreateImageRecipe", recipe],
  ["CreateInfrastructureConfiguration", { name: "build", instanceProfileName: "build" }],
] as const;

/** A service that holds what a pipeline needs. */
export async function preparedService(): Promise<FreshService> {
  const api = freshService({ "s3://bucket/components/install.yaml": componentDocument });
  for (const [operation, input] of prerequisites) await api.call(operation, input);
  return api;
}

export const containerRecipe = {
  name: "web",
  semanticVersion: "1.0.0",
  containerType: "DOCKER",
  parentImage: "amazonlinux:2023",
  components: [{ componentArn }],
  dockerfileTemplateData: "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:components }}}\n",
  targetRepository: { service: "ECR", repositoryName: "images/web" },
};
export const containerRecipeArn = `arn:aws:imagebuilder:us-east-1:${account}:container-recipe/web/1.0.0`;
