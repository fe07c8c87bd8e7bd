import type { Partition } from "../aws/regions";

/** Where ARNs of one environment point. */
export interface Place {
  readonly partition: Partition;
  readonly region: string;
  readonly account: string;
}
