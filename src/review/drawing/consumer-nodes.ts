import { isDeepStrictEqual } from "node:util";

import { groupBy } from "../../collections/group-by";
import type { Consumers } from "../story/consumers";
import type { GraphBuilder, NodeState } from "./graph";

type ConsumerKind = "consumer" | "parameter" | "launch template";

/** Consumers of an image before and after the change. */
export interface Sides {
  readonly before: readonly Consumers[];
  readonly after: readonly Consumers[];
}

/** Adds the regions that an image goes to, and the consumers in each region. */
export function drawConsumers(builder: GraphBuilder, from: string, { before, after }: Sides): void {
  const inRegion = (consumers: readonly Consumers[], region: string) =>
    consumers.find((each) => each.region === region);
  const gone = before.filter(({ region }) => inRegion(after, region) === undefined);
  for (const consumer of [...after, ...gone]) {
    const { region, repository, exports } = consumer;
    const [was, is] = [inRegion(before, region), inRegion(after, region)];
    const id = builder.node({
      id: `${from} in ${region}`,
      kind: "region",
      label: region,
      detail: repository ?? (exports ? "and a disk image in S3" : undefined),
      state: was === undefined ? "new" : is === undefined ? "removed" : isDeepStrictEqual(was, is) ? "same" : "changed",
    });
    builder.edge(from, id);
    const add = (kind: ConsumerKind, name: string, label: string, state: NodeState): void => {
      builder.edge(id, builder.node({ id: `${id}: ${kind} ${name}`, kind, label, state }));
    };
    const each = (kind: ConsumerKind, namesOf: (consumer: Consumers) => readonly string[]): void => {
      const [old, now] = [new Set(was && namesOf(was)), new Set(is && namesOf(is))];
      const byState = groupBy(new Set([...now, ...old]), (name) =>
        old.has(name) ? (now.has(name) ? "same" : "removed") : "new",
      );
      for (const [state, names] of byState) {
        if (kind === "consumer" && names.length > 3) add(kind, state, `${names.length} consumers`, state);
        else for (const name of names) add(kind, name, kind === "consumer" ? shortened(name) : name, state);
      }
    };
    each("consumer", ({ launch, copies }) => [...launch, ...copies]);
    each("parameter", ({ parameters }) => parameters);
    each("launch template", ({ launchTemplates }) => launchTemplates);
  }
}

/** Returns a short label: the last part of an ARN, `account` and the ID for an account, or the text itself. */
function shortened(consumer: string): string {
  if (/^\d{12}$/.test(consumer)) return `account ${consumer}`;
  return consumer.startsWith("arn:") ? consumer.slice(consumer.lastIndexOf("/") + 1) : consumer;
}
