/** A request to moto_server that may need a fix, with a function to send further requests. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Body as sent by the client. */
  readonly body: string;
  /** ARN of the caller. */
  readonly caller: string;
  /** Sends another body with the same method, service and region, and returns the body of the answer. */
  readonly ask: (body: string) => Promise<string>;
}

/** Corrects a difference between moto and AWS. */
export interface MotoFix {
  /** Signing name of the service. */
  readonly service: string;
  /** Checks method and path of a request. Only requests that pass are changed. */
  readonly concerns: (request: Pick<Exchange, "method" | "url">) => boolean;
  /** Returns the body to send in place of the client's. */
  readonly request?: (exchange: Exchange) => string | Promise<string>;
  /** Returns the body to answer in place of moto's. Only called if moto answers with success. */
  readonly answer?: (answer: string, exchange: Exchange) => string | Promise<string>;
}
