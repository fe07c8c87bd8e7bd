import { parseImageBuilderArn } from "../../src/aws/image-builder-arn";
import { compareVersions } from "./arn";
import { Executions } from "./builds/executions";
import type { Finding } from "./findings";
import type { LifecycleExecution } from "./lifecycle-execution";

/** A resource as the API returns it, under its ARN. */
export interface Resource {
  readonly arn: string;
  readonly name: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** The resources of one region, of all types. */
export class Store {
  private readonly resources = new Map<string, Resource>();
  /** Resource policies, as they came, by the ARN of their resource. */
  readonly policies = new Map<string, string>();
  readonly executions = new Executions();
  /** What was found on test instances, by the ARN of their image. */
  readonly findings = new Map<string, readonly Finding[]>();
  /** In the order in which they began. */
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

  /** All resources of a type, in the order in which they were made. */
  list(type: string): Resource[] {
    return [...this.resources.values()].filter((resource) => parseImageBuilderArn(resource.arn)?.type === type);
  }

  /**
   * The resource that an ARN means: the one under it, or the newest that it matches, where it leaves out the build or holds `x`.
   */
  resolve(arn: string): Resource | undefined {
    return this.matching(arn)[0];
  }

  /** All resources that an ARN may mean, the newest first. */
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

  /** The resources that name `arn` anywhere, other than in `arn` itself. */
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

/** References are plain fields called …Arn, however deep; an image records what it was built from, which binds nothing. */
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
