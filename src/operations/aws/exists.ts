import { troubleOf } from "./trouble";

/** What a look-up answers; undefined where AWS says that there is no such thing, or that its name has no such form. */
export async function ifExists<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === "missing") return undefined;
    if (trouble === "other" && error instanceof Error && error.name.includes("Malformed")) return undefined;
    throw error;
  }
}
