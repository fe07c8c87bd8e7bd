import { parseImageBuilderArn } from "../../src/aws/image-builder-arn";
import { compareVersions } from "./arn";
import { Executions } from "./builds/executions";
import type { Finding } from "./findings";
import type { LifecycleExecution } from "./lifecycle-execution";

/** A resource in the form in which the API returns it. */
export interface Resource {
  readonly arn: string;
  readonly name: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** The resources of one region, of all types. */
export class Store {
  private readonly resources = new Map<string, Resource>();
  /** Unchanged resource policies, by the ARN of their resource. */
  readonly policies = new Map<string, string>();
  readonly executions = new Executions();
  /** Findings on test instances, by the ARN of the image. */
  readonly findings = new Map<string, readonly Finding[]>();
  /** Lifecycle executions in the order in which they began. */
  readonly lifecycleExecutions: LifecycleExecution[] = [];

  put(resource: Resource): void {
    this.resources.set(resource.arn, resource);
  }

  get(arn: string): Resource | undefined {
    return this.resources.get(arn);
  }

  delete(arn: string): void {
    this.resources.delete(arn);
    this.policies.delete(arn);
  }

  /** Returns all resources of a type, in the order of their creation. */
  list(type: string): Resource[] {
    return [...this.resources.values()].filter((resource) => parseImageBuilderArn(resource.arn)?.type === type);
  }

  /** Returns the resource for an ARN: the exact match, or the newest match if the ARN omits the build or contains `x`. */
  resolve(arn: string): Resource | undefined {
    return this.matching(arn)[0];
  }

  /** Returns all resources that match an ARN, newest first. */
  matching(arn: string): Resource[] {
    const exact = this.resources.get(arn);
    if (exact !== undefined) return [exact];
    const wanted = parseImageBuilderArn(arn);
    if (wanted === undefined) return [];
    const matching = this.list(wanted.type).filter(({ arn: known }) => {
      const { region, owner } = parseImageBuilderArn(known) ?? {};
      return region === wanted.region && owner === wanted.owner && matches(known, wanted.path);
    });
    return matching.sort((a, b) => compareVersions(versionOf(b.arn), versionOf(a.arn)));
  }

  /** Returns the resources that refer to `arn` in any field except `arn`. */
  usersOf(arn: string): Resource[] {
    return [...this.resources.values()].filter((resource) => resource.arn !== arn && mentions(resource, arn, this));
  }
}

function versionOf(arn: string): string[] {
  return (parseImageBuilderArn(arn)?.path ?? []).filter((part) => /^\d+(\.\d+)*$/.test(part));
}

function matches(arn: string, wanted: readonly string[]): boolean {
  const path = parseImageBuilderArn(arn)?.path ?? [];
  if (wanted.length > path.length) return false;
  return wanted.every((part, index) => {
    if (part === path[index]) return true;
    if (!/^[\dx]+\.[\dx]+\.[\dx]+$/.test(part)) return false;
    const nodes = (path[index] ?? "").split(".");
    return part.split(".").every((node, at) => node === "x" || node === nodes[at]);
  });
}

/**
 * Checks whether a resource refers to an ARN: in a field whose name ends in `Arn`, at any depth. Images do not count, because they only
 * record what they were built from.
 */
function mentions(resource: Resource, arn: string, store: Store): boolean {
  if (parseImageBuilderArn(resource.arn)?.type === "image") return false;
  const search = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(search);
    if (typeof value !== "object" || value === null) return false;
    return Object.entries(value).some(([key, field]) =>
      key !== "arn" && key.endsWith("Arn") && typeof field === "string"
        ? field === arn || store.resolve(field)?.arn === arn
        : search(field),
    );
  };
  return search(resource);
}
