/** A service refuses a call, in its own words. */
export class Refusal extends Error {
  constructor(
    /** e.g. `InvalidSubnetID.NotFound` */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What an answer with a status of 300 and more says, in whichever protocol. */
export function refusalIn(service: string, status: number, body: string): Refusal {
  const xml = (element: string): string | undefined => new RegExp(`<${element}>([^<]*)</${element}>`).exec(body)?.[1];
  const code = xml("Code") ?? /"__type":\s*"(?:[^"#]*#)?([^"]+)"/.exec(body)?.[1];
  const message = xml("Message") ?? /"[mM]essage":\s*"((?:[^"\\]|\\.)*)"/.exec(body)?.[1];
  return new Refusal(
    code ?? `${service} ${status}`,
    message ?? `moto_server answered ${service} with ${status}: ${body}`,
  );
}
