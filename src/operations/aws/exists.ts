import { type Trouble, troubleOf } from "./trouble";

/** What a look-up answers; undefined where AWS says that there is no such thing, or that its name has no such form. */
export async function ifExists<T>(look: () => Promise<T>): Promise<T | undefined> {
  return look().catch((error: unknown) => {
    const trouble = troubleOf(error);
    if (trouble === "missing") return undefined;
    if (trouble === "other" && error instanceof Error && error.name.includes("Malformed")) return undefined;
    throw error;
  });
}

/** What AWS answers, or `instead` where it refuses for one of these reasons. @param troubles default: whatever AWS or the network says */
export async function orElse<T>(answer: Promise<T>, instead: T, troubles?: readonly Trouble[]): Promise<T> {
  return answer.catch((error: unknown) => {
    const trouble = troubleOf(error);
    if (trouble === undefined || troubles?.includes(trouble) === false) throw error;
    return instead;
  });
}
