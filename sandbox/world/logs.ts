import type { World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";
import { Refusal } from "../refusal";

export function logs(calls: MotoCalls): Pick<World, "writeLog"> {
  const ask = (region: string, operation: string, input: object) =>
    calls.json("logs", region, `Logs_20140328.${operation}`, input);
  return {
    writeLog: async (region, logGroupName, logStreamName, logEvents) => {
      const write = () => ask(region, "PutLogEvents", { logGroupName, logStreamName, logEvents });
      try {
        await write();
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "ResourceNotFoundException") throw error;
        // The service creates a missing group or stream.
        await unlessThere(ask(region, "CreateLogGroup", { logGroupName }));
        await unlessThere(ask(region, "CreateLogStream", { logGroupName, logStreamName }));
        await write();
      }
    },
  };
}

async function unlessThere(creation: Promise<unknown>): Promise<void> {
  try {
    await creation;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "ResourceAlreadyExistsException") throw error;
  }
}
