import type { Built } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { Connection } from "../aws/connection";
import { channelPlaces } from "./channel-place";
import { historiesOf } from "./parameter-history";

/** Returns the names of the channels that point at an AMI. */
export type ChannelsOf = (ami: { readonly region: string; readonly id: string }) => readonly string[];

/** Reads all channels of an image in the environment's own account. A container has none. */
export async function channelsByAmi(connection: Connection, factory: ImageFactory, built: Built): Promise<ChannelsOf> {
  const pointed = new Map<string, Set<string>>();
  if ("repository" in built) return () => [];
  const historiesIn = historiesOf(connection);
  for (const channel of factory.channels)
    for (const { region, own, labelled } of channelPlaces(factory, built, channel)) {
      const amis = [(await historiesIn(region)(own)).at(-1)?.value];
      // If a promotion was interrupted, the label is already on the next AMI.
      for (const parameter of labelled)
        amis.push((await historiesIn(region)(parameter)).find(({ labels }) => labels.includes(channel))?.value);
      for (const ami of amis)
        if (ami !== undefined)
          pointed.set(`${region} ${ami}`, (pointed.get(`${region} ${ami}`) ?? new Set()).add(channel));
    }
  return ({ region, id }) => [...(pointed.get(`${region} ${id}`) ?? [])];
}
