import { z } from "zod";

import { maxText } from "../../aws/limits";

const times = z.strictObject({
  cron: z
    .string()
    .min(1)
    .max(maxText)
    .describe("Six fields: minutes hours day-of-month month day-of-week year; one of the two days is `?`."),
  timezone: z.string().min(3).max(100).default("Etc/UTC").describe("IANA time zone of the cron expression."),
  start: z
    .enum(["always", "on-updates"])
    .default("always")
    .describe(
      "`always`: at each time; `on-updates`: only where a parent or component referenced with x has a newer version.",
    ),
});

/** Schedule of an additional pipeline. */
export const schedule = z
  .union([z.literal("manual"), times])
  .describe("When the pipeline runs by itself; `manual` is never.");

/** Schedule of the main pipeline of an image or container, if it has one. */
export const ownSchedule = z
  .union([z.literal(["manual", "no-pipeline"]), times])
  .describe(
    "When the pipeline runs by itself; `manual` means never. With `no-pipeline` the recipe has no main pipeline.",
  );
