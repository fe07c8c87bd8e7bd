import type { ImageFactory } from "../../factory/image-factory";
import type { Connection } from "../aws/connection";
import type { Built } from "../images/built";
import { channelPlaces } from "./channel-place";
import { parameterHistory } from "./parameter-history";

/** Which channels of an image point at an AMI. */
export type ChannelsOf = (ami: { readonly region: string; readonly id: string }) => readonly string[];

export async function channelsByAmi(connection: Connection, factory: ImageFactory, built: Built): Promise<ChannelsOf> {
  const pointed = new Map<string, string[]>();
  if ("repository" in built) return () => [];
  for (const channel of factory.channels)
    for (const { region, own } of channelPlaces(factory, built, channel)) {
      const ami = (await parameterHistory(connection, region, own)).at(-1)?.value;
      if (ami !== undefined) pointed.set(`${region} ${ami}`, [...(pointed.get(`${region} ${ami}`) ?? []), channel]);
    }
  return ({ region, id }) => pointed.get(`${region} ${id}`) ?? [];
}
