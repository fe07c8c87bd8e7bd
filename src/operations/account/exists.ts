import { troubleOf } from "../aws/trouble";

/** What a look-up answers; undefined where AWS says that there is no such thing, or that its name has no such form. */
export async function ifExists<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (troubleOf(error) === "missing" || (error instanceof Error && /Malformed|NotFound|Unknown/.test(error.name)))
      return undefined;
    throw error;
  }
}
