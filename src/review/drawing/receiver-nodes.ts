import type { Receiver } from "../story/receivers";
import type { graphBuilder, NodeState } from "./graph";

/** Draws where an image goes: regions, and in each those who get it. */
export function drawReceivers(
  builder: ReturnType<typeof graphBuilder>,
  from: string,
  receivers: readonly Receiver[],
  stateOf: (receiver: Receiver) => NodeState,
): void {
  for (const receiver of receivers) {
    const { region, repository, exports } = receiver;
    const state = stateOf(receiver);
    const id = builder.node({
      id: `${from} in ${region}`,
      kind: "region",
      label: region,
      detail: repository ?? (exports ? "and a disk image in S3" : undefined),
      state,
    });
    builder.edge(from, id);
    const add = (kind: "receiver" | "parameter" | "launch template", name: string, label: string): void => {
      builder.edge(id, builder.node({ id: `${id}: ${kind} ${name}`, kind, label, state }));
    };
    const accounts = [...new Set([...receiver.launch, ...receiver.copies])];
    if (accounts.length > 3) add("receiver", "all", `${accounts.length} receivers`);
    else for (const account of accounts) add("receiver", account, shortened(account));
    for (const parameter of receiver.parameters) add("parameter", parameter, parameter);
    for (const template of receiver.launchTemplates) add("launch template", template, template);
  }
}

/** The last part of an ARN; any other text as it is. */
function shortened(receiver: string): string {
  if (/^\d{12}$/.test(receiver)) return `account ${receiver}`;
  return receiver.startsWith("arn:") ? receiver.slice(receiver.lastIndexOf("/") + 1) : receiver;
}
