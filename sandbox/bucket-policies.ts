import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/**
 * S3's bucket policies, kept but not enforced. moto enforces them without looking at a statement's conditions, so that a policy that
 * refuses plain HTTP would refuse everything.
 */
export class BucketPolicies {
  private readonly policies = new Map<string, string>();

  /** Whether a request to S3 is about a bucket's policy. */
  static concerns({ url = "/" }: Pick<IncomingMessage, "url">): boolean {
    return new URL(url, "http://localhost").searchParams.has("policy");
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: bucket } = new URL(request.url ?? "/", "http://localhost");
    const policy = this.policies.get(bucket);
    if (request.method === "PUT") {
      this.policies.set(bucket, await text(request));
      response.writeHead(204).end();
    } else if (request.method === "DELETE") {
      this.policies.delete(bucket);
      response.writeHead(204).end();
    } else if (policy === undefined) {
      response
        .writeHead(404, { "content-type": "application/xml" })
        .end("<Error><Code>NoSuchBucketPolicy</Code><Message>The bucket policy does not exist</Message></Error>");
    } else {
      response.writeHead(200, { "content-type": "application/json" }).end(policy);
    }
  }
}
