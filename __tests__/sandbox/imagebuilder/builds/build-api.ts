import {
  account,
  component,
  componentArn,
  type FreshService,
  freshService,
  infrastructureArn,
  pipeline,
  pipelineArn,
  recipe,
} from "../fresh-service";

export interface Step {
  readonly stepExecutionId: string;
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly inputs: string;
  readonly outputs?: string;
  readonly rollbackStatus?: string;
}

export interface Execution {
  readonly workflowExecutionId: string;
  readonly type: string;
  readonly status: string;
  readonly message?: string;
  readonly retried?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

export const imageArn = `arn:aws:imagebuilder:us-east-1:${account}:image/base/1.0.0/1`;
export { account, componentArn, infrastructureArn, pipelineArn };

/** What a build needs, with a document of one's own; and short words for what tests ask of it. */
export class BuildApi {
  private constructor(readonly api: FreshService) {}

  static async with(document: string, changes: Readonly<Record<string, Fields>> = {}): Promise<BuildApi> {
    const api = freshService({ "s3://bucket/components/install.yaml": document });
    const build = new BuildApi(api);
    await build.ok("CreateComponent", component);
    await build.ok("CreateImageRecipe", { ...recipe, ...changes.recipe });
    const infrastructure = { name: "build", instanceProfileName: "build", ...changes.infrastructure };
    await build.ok("CreateInfrastructureConfiguration", infrastructure);
    if (changes.distribution !== undefined)
      await build.ok("CreateDistributionConfiguration", { name: "out", ...changes.distribution });
    if (changes.workflow !== undefined) await build.ok("CreateWorkflow", changes.workflow);
    const distributionConfigurationArn = `arn:aws:imagebuilder:us-east-1:${account}:distribution-configuration/out`;
    await build.ok("CreateImagePipeline", {
      ...pipeline,
      ...(changes.distribution === undefined ? {} : { distributionConfigurationArn }),
      ...changes.pipeline,
    });
    return build;
  }

  /** A call that has to succeed; answers its body. */
  async ok(operation: string, input: Fields): Promise<Fields> {
    const answer = await this.api.call(operation, input);
    if (answer.status !== 200) throw new Error(`${operation}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async change(settings: Fields): Promise<void> {
    await this.api.service.builds.change(settings);
  }

  /** Starts the pipeline; answers its image. */
  async start(): Promise<Fields> {
    await this.ok("StartImagePipelineExecution", { imagePipelineArn: pipelineArn });
    return this.image();
  }

  async image(arn = imageArn): Promise<Fields> {
    const { body } = await this.api.get("GetImage", "imageBuildVersionArn", arn);
    return body.image as Fields;
  }

  async status(): Promise<unknown> {
    return ((await this.image()).state as Fields).status;
  }

  async executions(): Promise<readonly Execution[]> {
    const { workflowExecutions } = await this.ok("ListWorkflowExecutions", { imageBuildVersionArn: imageArn });
    return workflowExecutions as readonly Execution[];
  }

  /** The steps of the last execution of a type. */
  async steps(type: string): Promise<readonly Step[]> {
    const execution = (await this.executions()).filter((each) => each.type === type).at(-1);
    const { steps } = await this.ok("ListWorkflowStepExecutions", {
      workflowExecutionId: execution?.workflowExecutionId,
    });
    return steps as readonly Step[];
  }

  /** Name and status of each step. */
  async course(type: string): Promise<string[]> {
    return (await this.steps(type)).map(({ name, status }) => `${name} ${status}`);
  }

  get lines(): readonly string[] {
    return this.api.world.lines;
  }
}
