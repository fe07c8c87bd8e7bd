import { z } from "zod";

import { topic } from "./topic";

export const eventNames = ["succeeded", "failed", "findings", "waiting", "disabled"] as const;

export type EventName = (typeof eventNames)[number];

/** EventBridge rules for events of Image Builder in the account and region. */
export const events = z.strictObject({
  on: z
    .array(z.enum(eventNames))
    .min(1)
    .refine((names) => new Set(names).size === names.length, {
      message: "an event appears twice",
      params: { fix: "remove one of the two" },
    })
    .default(["succeeded", "failed", "findings", "disabled"])
    .describe(
      "Events: builds that `succeeded` or `failed`, `findings` of Inspector, workflows that are `waiting`, pipelines that Image Builder `disabled` after failures.",
    ),
  name: z
    .string()
    .regex(/^[\w.-]{1,54}$/, "1 to 54 letters, digits and . - _")
    .optional()
    .describe(
      "Prefix of the names of the rules, before a hyphen and the event. Default: `image-factory` after `namePrefix`.",
    ),
  topic: topic.optional().describe("The topic of the events: its ARN, or a created one. Default: that of `build`."),
});
