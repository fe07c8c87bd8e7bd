import { z } from "zod";

const component = z.object({ name: z.string(), version: z.string(), platform: z.string(), type: z.string() });
const recipe = z.object({ name: z.string(), arn: z.string(), parentImage: z.string() });
const pipeline = z.object({
  name: z.string(),
  schedule: z
    .object({
      scheduleExpression: z.string().optional(),
      timezone: z.string().optional(),
      pipelineExecutionStartCondition: z.string().optional(),
    })
    .optional(),
  /** Time of the next run, ISO 8601. */
  dateNextRun: z.string().optional(),
});
const named = z.object({ name: z.string() });

/** The Image Builder resources of one account and region. */
export interface Existing {
  readonly components: readonly z.infer<typeof component>[];
  readonly recipes: readonly z.infer<typeof recipe>[];
  readonly pipelines: readonly z.infer<typeof pipeline>[];
}

/** Lists components, image recipes and pipelines in the sandbox at an endpoint. */
export async function whatExists(endpoint: string): Promise<Existing> {
  const [components, recipes, pipelines] = await Promise.all([
    list(endpoint, "ListComponents", "componentVersionList", component),
    list(endpoint, "ListImageRecipes", "imageRecipeSummaryList", recipe),
    list(endpoint, "ListImagePipelines", "imagePipelineList", pipeline),
  ]);
  return { components, recipes, pipelines };
}

/** Image Builder resources that a stack can leave behind: their noun, list operation, and the field of its answer. */
const imageBuilderKinds = [
  ["component", "ListComponents", "componentVersionList"],
  ["workflow", "ListWorkflows", "workflowVersionList"],
  ["image recipe", "ListImageRecipes", "imageRecipeSummaryList"],
  ["container recipe", "ListContainerRecipes", "containerRecipeSummaryList"],
  ["infrastructure configuration", "ListInfrastructureConfigurations", "infrastructureConfigurationSummaryList"],
  ["distribution configuration", "ListDistributionConfigurations", "distributionConfigurationSummaryList"],
  ["image pipeline", "ListImagePipelines", "imagePipelineList"],
  ["image", "ListImages", "imageVersionList"],
  ["lifecycle policy", "ListLifecyclePolicies", "lifecyclePolicySummaryList"],
] as const;

/** Returns all resources that a stack can leave behind, e.g. `S3 bucket "a"`; empty if there are none. */
export async function whatIsLeft(endpoint: string): Promise<string[]> {
  const ofImageBuilder = imageBuilderKinds.map(async ([kind, operation, field]) => {
    const found = await list(endpoint, operation, field, named);
    return found.map(({ name }) => `${kind} "${name}"`);
  });
  const ofOthers = [
    ["S3 bucket", ask(endpoint, "s3", "/"), /<Bucket>.*?<Name>([^<]*)<\/Name>/gs],
    ["IAM role", listInIam(endpoint, "ListRoles"), /<RoleName>([^<]*)<\/RoleName>/g],
    [
      "instance profile",
      listInIam(endpoint, "ListInstanceProfiles"),
      /<InstanceProfileName>([^<]*)<\/InstanceProfileName>/g,
    ],
  ] as const;
  const left = await Promise.all([
    ...ofImageBuilder,
    ...ofOthers.map(async ([kind, xml, pattern]) => (await names(xml, pattern)).map((name) => `${kind} "${name}"`)),
  ]);
  return left.flat();
}

/** List operations with the parameter `owner`. */
const owned = new Set(["ListComponents", "ListWorkflows", "ListImages"]);

async function list<T>(endpoint: string, operation: string, field: string, item: z.ZodType<T>): Promise<T[]> {
  const page = z.object({ [field]: z.array(item).default([]), nextToken: z.string().optional() });
  const items: T[] = [];
  let nextToken: string | undefined;
  do {
    // The account owns what this project creates. Components of Amazon are listed only on request.
    const body = JSON.stringify({ ...(owned.has(operation) ? { owner: "Self" } : {}), nextToken });
    const answer = page.parse(JSON.parse(await ask(endpoint, "imagebuilder", `/${operation}`, body)));
    items.push(...(answer[field] as T[]));
    nextToken = answer.nextToken as string | undefined;
  } while (nextToken !== undefined);
  return items;
}

/** Sends a request to the sandbox. It reads the service from the signature but does not verify it, so no SDK is needed. */
async function ask(endpoint: string, service: string, path: string, body?: string): Promise<string> {
  const response = await fetch(new URL(path, endpoint), {
    method: body === undefined ? "GET" : "POST",
    headers: {
      "Content-Type": service === "imagebuilder" ? "application/json" : "application/x-www-form-urlencoded",
      Authorization: `AWS4-HMAC-SHA256 Credential=sandbox/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the sandbox answered ${service} ${path} with ${response.status}: ${text}`);
  return text;
}

async function listInIam(endpoint: string, action: string): Promise<string> {
  return ask(endpoint, "iam", "/", `Action=${action}&Version=2010-05-08`);
}

async function names(xml: Promise<string>, pattern: RegExp): Promise<string[]> {
  return [...(await xml).matchAll(pattern)].map(([, name = ""]) => name);
}
