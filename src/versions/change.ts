export type VersionedKind = "component" | "imageRecipe" | "containerRecipe" | "workflow";

/** A kind of entry of the lock. */
export type LockedKind = VersionedKind | "environment";

/** One step that the lock takes: with a version, or with what it remembers of an environment. */
export type LockChange = VersionChange | EnvironmentChange;

export interface EnvironmentChange {
  readonly kind: "environment";
  readonly name: string;
  /** A predicate, e.g. `creates bucket "builds"`. */
  readonly says: string;
}

/** One step of a version. */
export interface VersionChange {
  readonly kind: VersionedKind;
  readonly name: string;
  /** Empty: all that hold it. */
  readonly environments: readonly string[];
  /** Absent where there was none. */
  readonly from?: string;
  /** Absent where nothing uses it any longer. */
  readonly to?: string;
  /** A cause, e.g. `components/linux/update-os.yaml changed`. */
  readonly why: string;
}

const kindInWords: Readonly<Record<VersionedKind, string>> = {
  component: "component",
  imageRecipe: "image recipe",
  containerRecipe: "container recipe",
  workflow: "workflow",
};

/** `component linux/update-os 1.0.3 → 1.0.4 in prod: components/linux/update-os.yaml changed` */
export function describeChange(change: LockChange): string {
  if (change.kind === "environment") return `environment ${change.name} ${change.says}`;
  const { kind, name, environments, from, to, why } = change;
  const step = [from ?? "(new)", to ?? "(gone)"].join(" → ");
  const where = environments.length === 0 ? "" : ` in ${environments.join(", ")}`;
  return `${describeSubject(kind, name)} ${step}${where}: ${why}`;
}

/** `image recipe linux-base` */
export function describeSubject(kind: VersionedKind, name: string): string {
  return `${kindInWords[kind]} ${name}`;
}
