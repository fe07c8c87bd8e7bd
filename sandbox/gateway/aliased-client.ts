import { type Aliases, servicesWithIds } from "../given/aliases";
import { scopeOf } from "../signature";
import type { MotoClient } from "./moto-client";

/** Passes requests on with the ids that moto chose in place of those that are named, and answers the other way round. */
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
