import { parseImageBuilderArn } from "../../src/aws/image-builder-arn";
import type { Place } from "../../src/aws/place";
import { invalidValue, notFound, notImplemented } from "./api-error";
import type { Builds } from "./builds/builds";
import type { World } from "./builds/world";
import { type Fields, text } from "./fields";
import type { Quotas } from "./quotas";
import type { Resource, Store } from "./store";

/** One request, and what an operation may use to answer it. */
export interface Call {
  readonly operation: string;
  readonly input: Fields;
  readonly place: Place;
  readonly store: Store;
  readonly now: Date;
  /** Reads an object of S3; undefined where there is none. */
  readonly readObject: (uri: string) => Promise<string | undefined>;
  readonly iam: Iam;
  readonly builds: Builds;
  readonly quotas: Quotas["state"];
  /** What builds do in other services. */
  readonly world: World;
  readonly clock: () => Date;
}

/** What the service asks IAM. */
export interface Iam {
  /** Whether an instance profile of that name exists. */
  hasInstanceProfile(name: string): Promise<boolean>;
  /** Whether a role of that name exists. */
  hasRole(name: string): Promise<boolean>;
}

export type Handler = (call: Call) => Fields | Promise<Fields>;

/** The resource that a field of the input names. @throws ResourceNotFoundException, or NotImplementedException for what AWS manages */
export function named({ input, store }: Call, field: string): Resource {
  const arn = text(input, field);
  const resource = store.resolve(arn);
  if (resource === undefined) throw isManaged(arn) ? notImplemented(`'${arn}', which AWS manages`) : notFound(arn);
  return resource;
}

function isManaged(arn: string): boolean {
  return parseImageBuilderArn(arn)?.owner.startsWith("aws") ?? false;
}

/** Refuses a reference to something of one's own that does not exist. What AWS manages is taken as existing. */
export function requireReference({ store, place }: Call, field: string, arn: unknown): void {
  if (typeof arn !== "string") return;
  const parsed = parseImageBuilderArn(arn);
  if (parsed?.owner !== place.account) return;
  if (store.resolve(arn) === undefined) throw invalidValue(field, `The resource '${arn}' does not exist.`);
}
