import { groupBy } from "../../collections/group-by";
import type { Finding } from "../judgement/review-rule";
import type { Review } from "../review";

/** One finding about one or several resources, reported once. */
export interface FindingGroup extends Pick<Finding, "code" | "class" | "message" | "drifted" | "definedAt"> {
  readonly accepted: boolean;
  /** The resource, if the finding is about exactly one. */
  readonly address?: string;
  /** The resources, if the finding is about several; otherwise empty. */
  readonly addresses: readonly string[];
  readonly permissions: readonly string[];
}

/** Returns the findings in the order of the review; accepted findings come last. */
export function findingGroups({ findings, accepted, changes }: Review): readonly FindingGroup[] {
  // A forgotten resource is first moved to an address that is only used for that. Users know its previous address.
  const known = new Map(
    changes.filter(({ action }) => action === "forget").map(({ address, movedFrom }) => [address, movedFrom]),
  );
  const same = ({ code, message, permissions, drifted, definedAt }: Finding): string =>
    JSON.stringify([code, message, permissions, drifted, definedAt]);
  const groups = [...groupBy(findings, same).values()].map(([first, ...others]): FindingGroup => {
    const addresses = [first, ...others].flatMap(({ address }) =>
      address === undefined ? [] : (known.get(address) ?? address),
    );
    return {
      ...first,
      permissions: first.permissions ?? [],
      accepted: accepted.includes(first.code),
      address: addresses.length === 1 ? addresses[0] : undefined,
      addresses: addresses.length === 1 ? [] : addresses,
    };
  });
  return [...groups.filter((group) => !group.accepted), ...groups.filter((group) => group.accepted)];
}
