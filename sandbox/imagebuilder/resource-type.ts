import { type Call, type Handler, named } from "./call";
import { type Fields, text } from "./fields";
import { page } from "./list";
import type { Resource } from "./store";
import { alreadyExists, dependedOn, dryRunWouldSucceed } from "./words-of-aws";

/** A resource type, with everything in which it differs from others. `operationsOf` has what all types share. */
export interface ResourceType {
  /** Type in the ARN, e.g. `image-recipe`. */
  readonly type: string;
  /** Singular in the names of operations, e.g. `ImageRecipe`. `plural` is e.g. `ImageRecipes`. */
  readonly singular: string;
  readonly plural: string;
  /** Field with the ARN in requests and in the answer of Create, e.g. `imageRecipeArn`. */
  readonly arnField: string;
  /** Field with the resource in the answer of Get, e.g. `imageRecipe`. */
  readonly field: string;
  /** Field with the resources in the answer of List. */
  readonly listField: string;
  readonly summary: (resource: Resource) => Fields;
  /** Names of the filters that List accepts, from the API reference. */
  readonly filters: readonly string[];
  /** Returns the resources for List. Default: all resources of the type. */
  readonly listed?: (call: Call) => Resource[];
}

/** A resource type with a Create operation. */
export interface CreatableType extends ResourceType {
  /** Returns the ARN of a new resource. */
  readonly arn: (call: Call) => string;
  /** Checks the input against existing resources, and returns the remaining fields of a new resource. */
  readonly create: (call: Call, arn: string) => Fields | Promise<Fields>;
  /** Checks an update, and returns the fields that it sets. Undefined: resources of the type are immutable. */
  readonly update?: (call: Call) => Fields | Promise<Fields>;
}

/** Creates the operations Create, Get, List, Update and Delete of a resource type. */
export function operationsOf(resourceType: CreatableType): Record<string, Handler> {
  const { singular, arnField, update } = resourceType;
  return {
    ...readOperationsOf(resourceType),
    [`Create${singular}`]: async (call) => {
      const arn = resourceType.arn(call);
      if (call.store.get(arn) !== undefined) throw alreadyExists(singular, arn);
      const { clientToken, dryRun, tags = {}, ...input } = call.input;
      const own = await resourceType.create(call, arn);
      if (dryRun === true) throw dryRunWouldSucceed();
      call.store.put({
        ...input,
        ...own,
        arn,
        name: text(input, "name"),
        tags: tags as Record<string, string>,
        dateCreated: call.now.toISOString(),
      });
      return { clientToken, [arnField]: arn };
    },
    ...(update && {
      [`Update${singular}`]: async (call: Call) => {
        const current = named(call, arnField);
        const { clientToken, ...input } = call.input;
        const own = await update(call);
        const { arn, name, tags, dateCreated } = current;
        call.store.put({
          ...input,
          [arnField]: undefined,
          ...own,
          arn,
          name,
          tags,
          dateCreated,
          dateUpdated: call.now.toISOString(),
        });
        return { clientToken, [arnField]: arn };
      },
    }),
  };
}

/** Creates the operations Get, List and Delete of a resource type. */
export function readOperationsOf(resourceType: ResourceType): Record<string, Handler> {
  const { singular, plural, arnField, field } = resourceType;
  return {
    [`Get${singular}`]: (call) => ({ [field]: named(call, arnField) }),
    [`List${plural}`]: (call) =>
      page(
        call,
        resourceType.listed?.(call) ?? call.store.list(resourceType.type),
        resourceType.listField,
        resourceType.summary,
        resourceType.filters,
      ),
    [`Delete${singular}`]: (call) => {
      const { arn } = named(call, arnField);
      const users = call.store.usersOf(arn);
      if (users.length > 0) throw dependedOn(arn);
      call.store.delete(arn);
      return { [arnField]: arn };
    },
  };
}
