import type { Partition } from "./regions";

/** A partition, region and account: the place of an environment in its ARNs, and the target of requests. */
export interface Place {
  readonly partition: Partition;
  readonly region: string;
  readonly account: string;
}
