import type { ImagebuilderClient, ImageState } from "@aws-sdk/client-imagebuilder";
import { z } from "zod";

const text = z.string().optional().catch(undefined);

/**
 * `state.failureContext` of a failed build, which the service returns since 2026. Every member is optional. The model of
 * the SDK does not have it yet.
 *
 * Source: Image Builder API Reference, ImageFailureContext, ComponentFailureContext, RegionFailure. Read 2026-11.
 */
const schema = z.object({
  /** Stage of the failure: the status that the image had. */
  imageStatus: text,
  workflowExecutionId: text,
  workflowArn: text,
  stepExecutionId: text,
  failedStep: text,
  componentFailure: z
    .object({ componentArn: text, phaseName: text, stepName: text, action: text, errorMessage: text })
    .optional()
    .catch(undefined),
  distributionFailure: z
    .object({
      errorMessage: text,
      regionFailures: z
        .array(
          z.object({
            region: text,
            targetAccountId: text,
            status: text,
            /** Step after the copy that failed; undefined if the copy itself failed. */
            imageConfigurationStep: text,
            errorMessage: text,
          }),
        )
        .default([])
        .catch([]),
    })
    .optional()
    .catch(undefined),
});

export type FailureContext = z.output<typeof schema>;

const contexts = new WeakMap<ImageState, FailureContext>();

/** Returns the failure context of a state from an answer of `GetImage`, or undefined if the answer had none. */
export function failureContextOf(state: ImageState | undefined): FailureContext | undefined {
  return state && contexts.get(state);
}

/** Makes a client keep `state.failureContext` of GetImage answers. The SDK drops it, because its model does not have it. */
export function keepFailureContext(client: ImagebuilderClient): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      if (context.commandName !== "GetImageCommand") return result;
      const response = result.response as { body: unknown };
      const body = await bytesOf(response.body);
      // The body is a stream that can be read only once, so the deserializer gets the bytes.
      response.body = body;
      const read = contextIn(body);
      if (read !== undefined) (context as { failureContext?: FailureContext }).failureContext = read;
      return result;
    },
    { step: "deserialize", priority: "low", name: "keepFailureContextBody" },
  );
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      const read = (context as { failureContext?: FailureContext }).failureContext;
      const state = (result.output as { image?: { state?: ImageState } }).image?.state;
      if (read !== undefined && state !== undefined) contexts.set(state, read);
      return result;
    },
    { step: "initialize", name: "keepFailureContext" },
  );
}

function contextIn(body: Uint8Array): FailureContext | undefined {
  try {
    const { image } = JSON.parse(Buffer.from(body).toString()) as { image?: { state?: { failureContext?: unknown } } };
    const parsed = schema.safeParse(image?.state?.failureContext);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
