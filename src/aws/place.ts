import type { Partition } from "./regions";

/** A partition, region and account: where the ARNs of an environment point, and where a request is made. */
export interface Place {
  readonly partition: Partition;
  readonly region: string;
  readonly account: string;
}
