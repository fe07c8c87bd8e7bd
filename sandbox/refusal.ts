/** A service refuses a call. Has the error code and message of the service. */
export class Refusal extends Error {
  constructor(
    /** Error code, e.g. `InvalidSubnetID.NotFound`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Parses an answer with status 300 or higher, in any protocol. */
export function refusalIn(service: string, status: number, body: string): Refusal {
  const xml = (element: string): string | undefined => new RegExp(`<${element}>([^<]*)</${element}>`).exec(body)?.[1];
  const code = xml("Code") ?? /"__type":\s*"(?:[^"#]*#)?([^"]+)"/.exec(body)?.[1];
  const message = xml("Message") ?? /"[mM]essage":\s*"((?:[^"\\]|\\.)*)"/.exec(body)?.[1];
  return new Refusal(
    code ?? `${service} ${status}`,
    message ?? `moto_server answered ${service} with ${status}: ${body}`,
  );
}
