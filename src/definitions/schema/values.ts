import { z } from "zod";

/** Values of an environment, by name. */
export const values = z.record(
  z.string().regex(/^[A-Za-z_][\w-]*$/, "letters, digits, _ and -, a letter first, e.g. stage"),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);
