import { groupBy } from "../../collections/group-by";
import { printable } from "../../problems/printable";
import type { Finding } from "../judgement/review-rule";
import type { Review } from "../review";
import { place } from "./words";

/** One finding about one or several resources, reported once. */
export interface FindingGroup extends Pick<Finding, "code" | "class" | "message" | "definedAt"> {
  /** The word that comes first: the class, or `accepted`. */
  readonly word: Finding["class"] | "accepted";
  /** Says that the change was made outside Terraform; empty for a planned change. Comes before the resource. */
  readonly outside: string;
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
  const groups = [...groupBy(findings, same).values()].map((group): FindingGroup => {
    const [{ code, message, drifted, permissions = [], ...first }] = group;
    const addresses = group.flatMap(({ address }) =>
      address === undefined ? [] : printable(known.get(address) ?? address),
    );
    return {
      code,
      class: first.class,
      message: printable(message),
      definedAt: place(first),
      outside: drifted ? "changed outside Terraform: " : "",
      permissions: permissions.map(printable),
      word: accepted.includes(code) ? "accepted" : first.class,
      address: addresses.length === 1 ? addresses[0] : undefined,
      addresses: addresses.length === 1 ? [] : addresses,
    };
  });
  return groups.sort((a, b) => Number(a.word === "accepted") - Number(b.word === "accepted"));
}
