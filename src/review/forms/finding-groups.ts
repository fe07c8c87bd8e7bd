import { groupBy } from "../../collections/group-by";
import type { Finding } from "../judgement/review-rule";
import type { Review } from "../review";

/** The same, found of one or several resources: told once. */
export interface FindingGroup extends Pick<Finding, "code" | "class" | "message" | "drifted" | "definedAt"> {
  readonly accepted: boolean;
  /** The resource, where only one is meant. */
  readonly address?: string;
  /** The resources, where several are meant. */
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
    const addresses = [first, ...others].flatMap(({ address }) =>
      address === undefined ? [] : (known.get(address) ?? address),
    );
    return [
      {
        ...first,
        permissions: first.permissions ?? [],
        accepted: accepted.includes(first.code),
        address: addresses.length === 1 ? addresses[0] : undefined,
        addresses: addresses.length === 1 ? [] : addresses,
      },
    ];
  });
  return [...groups.filter((group) => !group.accepted), ...groups.filter((group) => group.accepted)];
}
