import { parseImageBuilderArn } from "../../src/aws/image-builder-arn";
import type { Place } from "../../src/aws/place";
import { invalidValue, notFound, notImplemented } from "./api-error";
import type { Builds } from "./builds/builds";
import type { World } from "./builds/world";
import { type Fields, text } from "./fields";
import type { Quotas } from "./quotas";
import type { Resource, Store } from "./store";

/** A request, with everything that an operation needs to answer it. */
export interface Call {
  readonly operation: string;
  readonly input: Fields;
  readonly place: Place;
  readonly store: Store;
  readonly now: Date;
  /** Reads an object from S3; returns undefined if it does not exist. */
  readonly readObject: (uri: string) => Promise<string | undefined>;
  readonly iam: Iam;
  readonly builds: Builds;
  readonly quotas: Quotas["state"];
  /** Operations of builds in other services. */
  readonly world: World;
  readonly clock: () => Date;
}

/** Queries to IAM. */
export interface Iam {
  /** Checks whether an instance profile exists. */
  hasInstanceProfile(name: string): Promise<boolean>;
  /** Checks whether a role exists. */
  hasRole(name: string): Promise<boolean>;
}

export type Handler = (call: Call) => Fields | Promise<Fields>;

/**
 * Returns the resource that a field of the input names.
 *
 * @throws ApiError ResourceNotFoundException, or NotImplementedException for resources that AWS manages
 */
export function named({ input, store }: Call, field: string): Resource {
  const arn = text(input, field);
  const resource = store.resolve(arn);
  if (resource === undefined) throw isManaged(arn) ? notImplemented(`'${arn}', which AWS manages`) : notFound(arn);
  return resource;
}

function isManaged(arn: string): boolean {
  return parseImageBuilderArn(arn)?.owner.startsWith("aws") ?? false;
}

/**
 * Refuses a reference to a resource of the account that does not exist. Resources that AWS manages are assumed to exist.
 *
 * @throws ApiError if the resource does not exist
 */
export function requireReference({ store, place }: Call, field: string, arn: unknown): void {
  if (typeof arn !== "string") return;
  const parsed = parseImageBuilderArn(arn);
  if (parsed?.owner !== place.account) return;
  if (store.resolve(arn) === undefined) throw invalidValue(field, `The resource '${arn}' does not exist.`);
}
