import { type Call, type Handler, named } from "./call";
import { type Fields, text } from "./fields";
import { page } from "./list";
import type { Resource } from "./store";
import { alreadyExists, dependedOn, dryRunWouldSucceed } from "./words-of-aws";

/** A type of resource: what it has of its own. What all types share is in `operationsOf`. */
export interface ResourceType {
  /** Type in the ARN, e.g. `image-recipe`. */
  readonly type: string;
  /** In the names of operations, e.g. `ImageRecipe`, `ImageRecipes`. */
  readonly singular: string;
  readonly plural: string;
  /** Field that names one in a request and answers its creation, e.g. `imageRecipeArn`. */
  readonly arnField: string;
  /** Field that holds one in an answer of Get, e.g. `imageRecipe`. */
  readonly field: string;
  /** Field that holds those of an answer of List. */
  readonly listField: string;
  readonly summary: (resource: Resource) => Fields;
  /** Names that List takes in its filters, as the API reference lists them. */
  readonly filters: readonly string[];
  /** Those of a list; by default all. */
  readonly listed?: (call: Call) => Resource[];
}

/** A type of resource that has a Create operation. */
export interface CreatableType extends ResourceType {
  /** ARN of a new one. */
  readonly arn: (call: Call) => string;
  /** All else of a new one; checks the input against what there is. */
  readonly create: (call: Call, arn: string) => Fields | Promise<Fields>;
  /** Absent: immutable. */
  readonly update?: (call: Call) => Fields | Promise<Fields>;
}

/** Create, get, list, update and delete of one type of resource. */
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

/** Get, list and delete. */
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
