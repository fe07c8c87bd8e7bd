import { randomUUID } from "node:crypto";

import { ApiError, invalidCombination, notFound } from "../api-error";
import type { Ami } from "../builds/world";
import { type Call, type Handler, named } from "../call";
import { type Fields, text } from "../fields";
import type { LifecycleExecution, LifecycleResource } from "../lifecycle-execution";
import { page } from "../list";
import type { Resource } from "../store";

/** Action on the resources of an image, by the new state of the image. */
const actionOf = { AVAILABLE: "AVAILABLE", DEPRECATED: "DEPRECATE", DISABLED: "DISABLE", DELETED: "DELETE" } as const;
type State = keyof typeof actionOf;

export const lifecycleExecutionOperations: Record<string, Handler> = {
  StartResourceStateUpdate: async (call) => {
    const image = named(call, "resourceArn");
    const status = (call.input.state as Fields).status as State;
    checkUpdate(call, image, status);
    const startTime = call.clock();
    const resources = await updateResources(call, image, status);
    const lifecycleExecutionId = `lce-${randomUUID()}`;
    call.store.put({
      ...image,
      state: { status },
      lifecycleExecutionId,
      ...(status === "DEPRECATED" ? { deprecationTime: startTime.getTime() / 1000 } : {}),
    });
    if (status === "DELETED") call.store.delete(image.arn);
    call.store.lifecycleExecutions.push({
      lifecycleExecutionId,
      imageArn: image.arn,
      startTime,
      endTime: call.clock(),
      state: { status: "SUCCESS" },
      resources,
    });
    return { lifecycleExecutionId, resourceArn: image.arn };
  },
  GetLifecycleExecution: (call) => ({ lifecycleExecution: summaryOf(executionOf(call)) }),
  ListLifecycleExecutions: (call) => {
    const executions = call.store.lifecycleExecutions.filter(({ imageArn }) => imageArn === call.input.resourceArn);
    return page(call, executions, "lifecycleExecutions", summaryOf, []);
  },
  ListLifecycleExecutionResources: (call) => {
    const { lifecycleExecutionId, state, resources, startTime, endTime } = executionOf(call);
    return {
      lifecycleExecutionId,
      lifecycleExecutionState: state,
      ...page(
        call,
        resources,
        "resources",
        (resource) => ({ ...resource, startTime: startTime.getTime() / 1000, endTime: endTime.getTime() / 1000 }),
        [],
      ),
    };
  },
  CancelLifecycleExecution: (call) => {
    const { lifecycleExecutionId } = executionOf(call);
    throw new ApiError("InvalidRequestException", `The lifecycle execution '${lifecycleExecutionId}' has ended.`);
  },
};

/** Checks a change of state. Sources: API StartResourceStateUpdate; readme of AWS's sample for the lifecycle of images. */
function checkUpdate({ input, now }: Call, { arn, state }: Resource, status: State): void {
  const current = text(state as Fields, "status");
  if ((input.includeResources === undefined) !== (input.executionRole === undefined))
    throw invalidCombination("executionRole and includeResources go together.");
  if (input.updateAt !== undefined && Number(input.updateAt) * 1000 > now.getTime())
    throw new ApiError("NotImplementedException", "not implemented by the sandbox: updateAt in the future", 501);
  if (["FAILED", "CANCELLED"].includes(current) && status !== "DELETED")
    throw new ApiError("InvalidRequestException", `The image '${arn}' is ${current}: it can only be DELETED.`);
  if (!["AVAILABLE", "DEPRECATED", "DISABLED", "FAILED", "CANCELLED"].includes(current))
    throw new ApiError("ResourceInUseException", `The image '${arn}' is ${current}.`);
}

async function updateResources(call: Call, image: Resource, status: State): Promise<LifecycleResource[]> {
  const { amis: withAmis, snapshots = false } = (call.input.includeResources ?? {}) as {
    readonly amis?: boolean;
    readonly snapshots?: boolean;
  };
  if (withAmis !== true) return [];
  const { amis = [] } = (image.outputResources ?? {}) as { readonly amis?: readonly Fields[] };
  const updated: LifecycleResource[] = [];
  for (const each of amis) {
    const ami: Ami = {
      region: text(each, "region"),
      accountId: text(each, "accountId"),
      imageId: text(each, "image"),
    };
    if (status === "DELETED") await call.world.deregisterImage(ami, snapshots);
    else await call.world.setImageState(ami, status, call.clock());
    updated.push({
      accountId: ami.accountId,
      resourceId: ami.imageId,
      region: ami.region,
      state: { status: "SUCCESS" },
      action: { name: actionOf[status] },
    });
  }
  return updated;
}

function executionOf({ input, store }: Call): LifecycleExecution {
  const id = text(input, "lifecycleExecutionId");
  const found = store.lifecycleExecutions.find(({ lifecycleExecutionId }) => lifecycleExecutionId === id);
  if (found === undefined) throw new ApiError("InvalidRequestException", notFound(id).message);
  return found;
}

/** Returns an execution in the form of the API. Dates are in seconds since 1970. */
function summaryOf({ lifecycleExecutionId, state, startTime, endTime, resources }: LifecycleExecution): Fields {
  return {
    lifecycleExecutionId,
    resourcesImpactedSummary: { hasImpactedResources: resources.length > 0 },
    state,
    startTime: startTime.getTime() / 1000,
    endTime: endTime.getTime() / 1000,
  };
}
