export type VersionedKind = "component" | "imageRecipe" | "containerRecipe" | "workflow";

/** The kind of an entry in the lock. */
export type LockedKind = VersionedKind | "environment";

/** A change of the lock: of a version, or of the remembered data of an environment. */
export type LockChange = VersionChange | EnvironmentChange;

export interface EnvironmentChange {
  readonly kind: "environment";
  readonly name: string;
  /** A predicate, e.g. `creates bucket "builds"`. */
  readonly says: string;
}

/** A change of a version. */
export interface VersionChange {
  readonly kind: VersionedKind;
  readonly name: string;
  /** Empty: all environments that contain the subject. */
  readonly environments: readonly string[];
  /** Old version. Undefined if there was none. */
  readonly from?: string;
  /** New version. Undefined if the subject is no longer used. */
  readonly to?: string;
  /** The cause, e.g. `components/linux/update-os.yaml changed`. */
  readonly why: string;
}

const kindInWords: Readonly<Record<VersionedKind, string>> = {
  component: "component",
  imageRecipe: "image recipe",
  containerRecipe: "container recipe",
  workflow: "workflow",
};

/** Describes a change: `component linux/update-os 1.0.3 → 1.0.4 in prod: components/linux/update-os.yaml changed`. */
export function describeChange(change: LockChange): string {
  if (change.kind === "environment") return `environment ${change.name} ${change.says}`;
  const { kind, name, environments, from, to, why } = change;
  const step = [from ?? "(new)", to ?? "(gone)"].join(" → ");
  const where = environments.length === 0 ? "" : ` in ${environments.join(", ")}`;
  return `${describeSubject(kind, name)} ${step}${where}: ${why}`;
}

/** Describes a subject: `image recipe linux-base`. */
export function describeSubject(kind: VersionedKind, name: string): string {
  return `${kindInWords[kind]} ${name}`;
}
