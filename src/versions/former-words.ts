import { z } from "zod";

/** What releases of 2026 wrote before "created" was the word everywhere, and what is written since. */
const today: Readonly<Record<string, string>> = { made: "created", takenBack: "imported", remade: "recreated" };

const word = z.string().transform((former) => today[former] ?? former);

/**
 * An entry of an environment in former words, read into those of today. That it has `made` in place of `created` tells it. Whatever else is wrong
 * with it stays for the reader to find.
 */
export const formerEntry = z
  .looseObject({
    made: z.record(z.string(), z.looseObject({ status: word.optional() })),
    network: word.optional(),
  })
  .transform(({ made, ...others }) => ({ ...others, created: made }));
