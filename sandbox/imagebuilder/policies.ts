import { ApiError, invalidValue } from "./api-error";
import { type Handler, named } from "./call";
import { text } from "./fields";

/** Resource types that have resource policies, with the field that names the resource. */
const governed = {
  Component: "componentArn",
  ContainerRecipe: "containerRecipeArn",
  Image: "imageArn",
  ImageRecipe: "imageRecipeArn",
} as const;

/** Operations for resource policies. Policies are stored and returned, but grant nothing, because there is only one account. */
export const policyOperations: Record<string, Handler> = Object.fromEntries(
  Object.entries(governed).flatMap(([type, arnField]): [string, Handler][] => [
    [
      `Get${type}Policy`,
      (call) => {
        const { arn } = named(call, arnField);
        const policy = call.store.policies.get(arn);
        if (policy === undefined)
          throw new ApiError("ResourceNotFoundException", `The resource '${arn}' has no policy.`, 404);
        return { policy };
      },
    ],
    [
      `Put${type}Policy`,
      (call) => {
        const { arn } = named(call, arnField);
        const policy = text(call.input, "policy");
        if (!isJsonObject(policy)) throw invalidValue("policy", "The policy is not a JSON object.");
        call.store.policies.set(arn, policy);
        return { [arnField]: arn };
      },
    ],
  ]),
);

function isJsonObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
