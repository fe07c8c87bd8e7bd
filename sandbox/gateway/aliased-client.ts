import { type Aliases, servicesWithIds } from "../given/aliases";
import { scopeOf } from "../signature";
import type { MotoClient } from "./moto-client";

/** Creates a client that replaces the IDs of a stack with the IDs that moto chose in requests, and reverses this in answers. */
export function aliasedClient(moto: MotoClient, aliases: Aliases): MotoClient {
  return {
    answer: async (request) => {
      if (!servicesWithIds.has(scopeOf(request)?.service ?? "")) return moto.answer(request);
      const body = Buffer.from(aliases.forMoto(request.body.toString()));
      const answer = await moto.answer({ ...request, url: aliases.forMoto(request.url), body });
      return { ...answer, body: Buffer.from(aliases.forClient(answer.body.toString())) };
    },
  };
}
