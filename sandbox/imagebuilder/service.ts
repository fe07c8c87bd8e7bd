import { randomUUID } from "node:crypto";

import type { Place } from "../../src/aws/place";
import { partitionOfRegion } from "../../src/aws/regions";
import { ApiError, notImplemented } from "./api-error";
import { Builds } from "./builds/builds";
import { runDuePipelines } from "./builds/scheduled-runs";
import { requireNoCallTrouble } from "./builds/troubles/call-trouble";
import type { World } from "./builds/world";
import type { Call, Handler, Iam } from "./call";
import type { Fields } from "./fields";
import { policyOperations } from "./policies";
import { Quotas } from "./quotas";
import { componentOperations } from "./resources/component";
import { containerRecipeOperations } from "./resources/container-recipe";
import { distributionConfigurationOperations } from "./resources/distribution-configuration";
import { imageOperations } from "./resources/image";
import { imagePackageOperations } from "./resources/image-package";
import { imagePipelineOperations } from "./resources/image-pipeline";
import { imageRecipeOperations } from "./resources/image-recipe";
import { imageScanFindingOperations } from "./resources/image-scan-finding";
import { infrastructureConfigurationOperations } from "./resources/infrastructure-configuration";
import { lifecycleExecutionOperations } from "./resources/lifecycle-execution";
import { lifecyclePolicyOperations } from "./resources/lifecycle-policy";
import { workflowOperations } from "./resources/workflow";
import { workflowExecutionOperations } from "./resources/workflow-execution";
import { workflowStepOperations } from "./resources/workflow-step";
import { inputOf, routeOf, type ServiceRequest } from "./router";
import { Store } from "./store";
import { tagOperations } from "./tags";
import { validateInput } from "./validate";

const handlers: Readonly<Record<string, Handler>> = {
  ...componentOperations,
  ...containerRecipeOperations,
  ...distributionConfigurationOperations,
  ...imageOperations,
  ...imagePackageOperations,
  ...imagePipelineOperations,
  ...imageRecipeOperations,
  ...imageScanFindingOperations,
  ...infrastructureConfigurationOperations,
  ...lifecycleExecutionOperations,
  ...lifecyclePolicyOperations,
  ...workflowExecutionOperations,
  ...workflowOperations,
  ...workflowStepOperations,
  ...policyOperations,
  ...tagOperations,
};

export interface ServiceAnswer {
  /** Operation of the request; undefined if the API has no such operation. */
  readonly operation?: string;
  readonly status: number;
  readonly body: Fields;
  /** Error code, if the answer is an error. */
  readonly error?: string;
  /** Source of the message, if it is exactly the message of AWS. */
  readonly source?: string;
}

export interface ServiceOptions {
  readonly account: string;
  readonly now: () => Date;
  readonly readObject: (uri: string, region: string) => Promise<string | undefined>;
  readonly iam: Iam;
  readonly world: World;
  /** Builds, with their settings. Default: the default settings of `BuildSettings`. */
  readonly builds?: Builds;
}

/** EC2 Image Builder in memory, with a separate state for each region. */
export class ImageBuilderService {
  readonly builds: Builds;
  readonly quotas = new Quotas();
  private readonly stores = new Map<string, Store>();
  /**
   * Answers by client token. A repeated request gets the first answer and is not executed again, even if the first one is still running.
   */
  private readonly answers = new Map<string, { readonly request: string; readonly answer: Promise<Fields> }>();

  constructor(private readonly options: ServiceOptions) {
    this.builds = options.builds ?? new Builds();
  }

  async answer(request: ServiceRequest): Promise<ServiceAnswer> {
    const route = routeOf(request);
    if (route === undefined)
      return errorAnswer(
        undefined,
        new ApiError(
          "UnknownOperationException",
          `${request.method} ${request.url} is not an operation of EC2 Image Builder.`,
          404,
        ),
      );
    const { operation, description } = route;
    try {
      const handler = handlers[operation];
      if (handler === undefined) throw notImplemented(operation);
      const input = inputOf(route, request);
      validateInput(description.input, input);
      return {
        operation,
        status: 200,
        body: { requestId: randomUUID(), ...(await this.once(operation, request.region, input, handler)) },
      };
    } catch (error) {
      if (error instanceof ApiError) return errorAnswer(operation, error);
      throw error;
    }
  }

  private async once(operation: string, region: string, input: Fields, handler: Handler): Promise<Fields> {
    if (typeof input.clientToken !== "string") return this.carryOut(operation, region, input, handler);
    const token = `${region} ${operation} ${input.clientToken}`;
    const request = JSON.stringify(input);
    const earlier = this.answers.get(token);
    if (earlier !== undefined) {
      if (earlier.request !== request)
        throw new ApiError(
          "IdempotentParameterMismatchException",
          "The client token was used before with other parameters.",
        );
      return earlier.answer;
    }
    const answer = this.carryOut(operation, region, input, handler);
    this.answers.set(token, { request, answer });
    // A refused request may be sent again with the same token.
    answer.catch(() => this.answers.delete(token));
    return answer;
  }

  /** Runs the pipelines of all regions that are due. */
  async runDue(): Promise<void> {
    for (const region of this.stores.keys())
      await runDuePipelines(this.call("StartImagePipelineExecution", region, {}));
  }

  private async carryOut(operation: string, region: string, input: Fields, handler: Handler): Promise<Fields> {
    requireNoCallTrouble(this.builds.settings, operation);
    return handler(this.call(operation, region, input));
  }

  private call(operation: string, region: string, input: Fields): Call {
    const { account, now, readObject, iam, world } = this.options;
    const place: Place = { partition: partitionOfRegion(region), region, account };
    return {
      operation,
      input,
      place,
      store: this.store(region),
      now: now(),
      clock: now,
      readObject: (uri) => readObject(uri, region),
      iam,
      world,
      builds: this.builds,
      quotas: this.quotas.state,
    };
  }

  private store(region: string): Store {
    const store = this.stores.get(region) ?? new Store();
    this.stores.set(region, store);
    return store;
  }
}

function errorAnswer(operation: string | undefined, { code, message, status, source }: ApiError): ServiceAnswer {
  return { operation, status, body: { message }, error: code, source };
}
