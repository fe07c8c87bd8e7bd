import { UserError } from "../../files/user-error";

type With<T, K extends keyof T> = T & { readonly [Member in K]-?: NonNullable<T[Member]> };

/**
 * Checks that part of an answer of AWS has members that AWS always sends, although the types of the SDK make all members optional.
 *
 * @returns the same part, with these members in its type
 * @throws UserError if the answer lacks one of them
 */
export function complete<T extends object, K extends keyof T>(answer: T, ...members: readonly K[]): With<T, K> {
  const isComplete = (part: T): part is With<T, K> => members.every((member) => part[member] !== undefined);
  if (isComplete(answer)) return answer;
  const missing = members.filter((member) => answer[member] === undefined);
  throw new UserError(`AWS answered without ${missing.join(" and ")}; run the command again`);
}
