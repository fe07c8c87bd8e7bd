import { groupBy } from "../../collections/group-by";
import type { Finding } from "../judgement/review-rule";
import type { Review } from "../review";

/** The same, found of one or several resources: told once. */
export interface FindingGroup extends Pick<Finding, "code" | "class" | "message" | "drifted" | "definedAt"> {
  readonly accepted: boolean;
  /** Empty where it is about the plan as a whole. */
  readonly addresses: readonly string[];
  readonly permissions: readonly string[];
}

/** What was found, in the order of the review; what somebody has accepted comes last. */
export function findingGroups({ findings, accepted, changes }: Review): readonly FindingGroup[] {
  // What is let go of has an address of its own for that alone; people know it by the one before.
  const known = new Map(
    changes.filter(({ action }) => action === "forget").map(({ address, movedFrom }) => [address, movedFrom]),
  );
  const same = ({ code, message, permissions, drifted, definedAt }: Finding): string =>
    JSON.stringify([code, message, permissions, drifted, definedAt]);
  const groups = [...groupBy(findings, same).values()].flatMap(([first, ...others]): FindingGroup[] => {
    if (first === undefined) return [];
    const { address, ...finding } = first;
    return [
      {
        ...finding,
        permissions: first.permissions ?? [],
        accepted: accepted.includes(first.code),
        addresses: [first, ...others].flatMap(({ address: each }) =>
          each === undefined ? [] : (known.get(each) ?? each),
        ),
      },
    ];
  });
  return [...groups.filter((group) => !group.accepted), ...groups.filter((group) => group.accepted)];
}
