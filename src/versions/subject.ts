import type { Range } from "../problems/problem";
import type { VersionedKind } from "./change";

/** Something that is published under a version. */
export interface Subject {
  readonly kind: VersionedKind;
  readonly name: string;
  /** major.minor, e.g. `1.0`. Absent: that of the highest version, and of the first one 1.0. */
  readonly line?: string;
  /** Digest of the content by environment; only environments that have it. */
  readonly digests: Readonly<Record<string, string>>;
  /** Why its content differs from what the lock knows, e.g. `components/linux/update-os.yaml changed`. */
  readonly why: (environment: string) => string;
  /** Where its line is written; the lock's own entry where that is not given. */
  readonly at?: Range & { readonly file: string };
}
