/** One request to moto_server that may need fixing, and a way to ask for more. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As the client sent it. */
  readonly body: string;
  /** ARN of whoever asks. */
  readonly caller: string;
  /** Sends another body in the same way, to the same service and region; answers the answer's body. */
  readonly ask: (body: string) => Promise<string>;
}

/** Something that moto does otherwise than AWS, put right on the way. */
export interface MotoFix {
  /** The service's signing name. */
  readonly service: string;
  /** By method and path alone: only the bodies of these are read whole. */
  readonly concerns: (request: Pick<Exchange, "method" | "url">) => boolean;
  /** The body to send in place of the client's. */
  readonly request?: (exchange: Exchange) => string | Promise<string>;
  /** The body to answer in place of moto's, where moto answers with success. */
  readonly answer?: (answer: string, exchange: Exchange) => string | Promise<string>;
}
