import type { World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";
import { Refusal } from "../refusal";

/** Writes log files to S3. Drops them if the bucket does not exist. */
export function filesOfLogs(calls: MotoCalls): Pick<World, "putObject"> {
  return {
    putObject: async (region, bucket, key, text) => {
      try {
        await calls.putObject(bucket, key, region, text);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    },
  };
}
