import { isDeepStrictEqual } from "node:util";

import { groupBy } from "../../collections/group-by";
import type { Receiver } from "../story/receivers";
import type { graphBuilder, NodeState } from "./graph";

type ReceiverKind = "receiver" | "parameter" | "launch template";

/** Receivers of an image before and after the change. */
interface Receiving {
  readonly before: readonly Receiver[];
  readonly after: readonly Receiver[];
}

/** Adds the regions that an image goes to, and the receivers in each region. */
export function drawReceivers(
  builder: ReturnType<typeof graphBuilder>,
  from: string,
  { before, after }: Receiving,
): void {
  const inRegion = (receivers: readonly Receiver[], region: string) => receivers.find((each) => each.region === region);
  const gone = before.filter(({ region }) => inRegion(after, region) === undefined);
  for (const receiver of [...after, ...gone]) {
    const { region, repository, exports } = receiver;
    const [was, is] = [inRegion(before, region), inRegion(after, region)];
    const id = builder.node({
      id: `${from} in ${region}`,
      kind: "region",
      label: region,
      detail: repository ?? (exports ? "and a disk image in S3" : undefined),
      state: was === undefined ? "new" : is === undefined ? "removed" : isDeepStrictEqual(was, is) ? "same" : "changed",
    });
    builder.edge(from, id);
    const add = (kind: ReceiverKind, name: string, label: string, state: NodeState): void => {
      builder.edge(id, builder.node({ id: `${id}: ${kind} ${name}`, kind, label, state }));
    };
    const each = (kind: ReceiverKind, namesOf: (receiver: Receiver) => readonly string[]): void => {
      const [old, now] = [new Set(was && namesOf(was)), new Set(is && namesOf(is))];
      const byState = groupBy(new Set([...now, ...old]), (name) =>
        old.has(name) ? (now.has(name) ? "same" : "removed") : "new",
      );
      for (const [state, names] of byState) {
        if (kind === "receiver" && names.length > 3) add(kind, state, `${names.length} receivers`, state);
        else for (const name of names) add(kind, name, kind === "receiver" ? shortened(name) : name, state);
      }
    };
    each("receiver", ({ launch, copies }) => [...launch, ...copies]);
    each("parameter", ({ parameters }) => parameters);
    each("launch template", ({ launchTemplates }) => launchTemplates);
  }
}

/** Returns a short label: the last part of an ARN, `account` and the ID for an account, or the text itself. */
function shortened(receiver: string): string {
  if (/^\d{12}$/.test(receiver)) return `account ${receiver}`;
  return receiver.startsWith("arn:") ? receiver.slice(receiver.lastIndexOf("/") + 1) : receiver;
}
