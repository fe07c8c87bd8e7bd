import { z } from "zod";

/** Current terms by the terms that releases of 2026 wrote before "created" was used everywhere. */
const today: Readonly<Record<string, string>> = { made: "created", takenBack: "imported", remade: "recreated" };

const word = z.string().transform((former) => today[former] ?? former);

/**
 * Reads an entry of an environment with former terms, which has `made` instead of `created`, and translates it to current terms. Other faults are
 * left for the reader to report.
 */
export const formerEntry = z
  .looseObject({
    made: z.record(z.string(), z.looseObject({ status: word.optional() })),
    network: word.optional(),
  })
  .transform(({ made, ...others }) => ({ ...others, created: made }));
