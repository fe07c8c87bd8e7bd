import type { World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";
import { Refusal } from "../refusal";

/** Files of logs in S3: where there is no such bucket, they are lost. */
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
