import type { Range } from "../problems/problem";
import type { VersionedKind } from "./change";

/** A component, recipe or workflow that gets a version. */
export interface Subject {
  readonly kind: VersionedKind;
  readonly name: string;
  /** Version line (major.minor), e.g. `1.0`. Default: the line of the highest version, or 1.0 for the first version. */
  readonly line?: string;
  /** Digests of the content by environment. Only environments that contain the subject. */
  readonly digests: Readonly<Record<string, string>>;
  /** Returns the reason for a change of the content, e.g. `components/linux/update-os.yaml changed`. */
  readonly why: (environment: string) => string;
  /** Place of the version line for messages. Default: the entry in the lock. */
  readonly at?: Range & { readonly file: string };
}
