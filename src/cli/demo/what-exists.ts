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
  /** ISO 8601. */
  dateNextRun: z.string().optional(),
});
const named = z.object({ name: z.string() });

/** What Image Builder holds in one account and region. */
export interface Existing {
  readonly components: readonly z.infer<typeof component>[];
  readonly recipes: readonly z.infer<typeof recipe>[];
  readonly pipelines: readonly z.infer<typeof pipeline>[];
}

export async function whatExists(endpoint: string): Promise<Existing> {
  const [components, recipes, pipelines] = await Promise.all([
    list(endpoint, "ListComponents", "componentVersionList", component),
    list(endpoint, "ListImageRecipes", "imageRecipeSummaryList", recipe),
    list(endpoint, "ListImagePipelines", "imagePipelineList", pipeline),
  ]);
  return { components, recipes, pipelines };
}

/** Kinds of Image Builder that a stack may leave behind: what the list operation is called, and the field of its answer. */
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

/** Everything that a stack may leave behind, such as `S3 bucket "a"`; empty where nothing is. */
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

/** List operations that take an owner. */
const owned = new Set(["ListComponents", "ListWorkflows", "ListImages"]);

async function list<T>(endpoint: string, operation: string, field: string, item: z.ZodType<T>): Promise<T[]> {
  const page = z.object({ [field]: z.array(item).default([]), nextToken: z.string().optional() });
  const items: T[] = [];
  let nextToken: string | undefined;
  do {
    // An account owns what this project makes; Amazon's own components are listed only where asked for.
    const body = JSON.stringify({ ...(owned.has(operation) ? { owner: "Self" } : {}), nextToken });
    const answer = page.parse(JSON.parse(await ask(endpoint, "imagebuilder", `/${operation}`, body)));
    items.push(...(answer[field] as T[]));
    nextToken = answer.nextToken as string | undefined;
  } while (nextToken !== undefined);
  return items;
}

/** The sandbox reads the service out of the signature and does not check it, so no SDK is needed to ask. */
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
