import type { World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";
import { Refusal } from "../refusal";

/** Sends events and messages. Drops them if there is no recipient. */
export function notices(calls: MotoCalls): Pick<World, "sendEvent" | "publish"> {
  return {
    sendEvent: (region, DetailType, resource, detail) =>
      orNothing(
        calls.json("events", region, "AWSEvents.PutEvents", {
          Entries: [{ Source: "aws.imagebuilder", DetailType, Resources: [resource], Detail: JSON.stringify(detail) }],
        }),
      ),
    publish: (TopicArn, Message) => {
      const [, , , region = ""] = TopicArn.split(":");
      return orNothing(calls.form("sns", region, { Action: "Publish", Version: "2010-03-31", TopicArn, Message }));
    },
  };
}

async function orNothing(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
