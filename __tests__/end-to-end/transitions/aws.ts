/**
 * Sends requests to the sandbox's services without an SDK. The sandbox reads service and region from the signature but does not verify it.
 */
export class Aws {
  constructor(private readonly endpoint: string) {}

  /** Calls a service with a JSON protocol, for example `TrentService.ListKeys`. */
  async json<T>(service: string, target: string, body: object, region = "us-east-1"): Promise<T> {
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
    return JSON.parse(await this.send(service, region, "/", "POST", JSON.stringify(body), headers)) as T;
  }

  /** Calls a service with a query protocol, which answers in XML. */
  async query(service: string, parameters: Readonly<Record<string, string>>, region = "us-east-1"): Promise<string> {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    return this.send(service, region, "/", "POST", new URLSearchParams(parameters).toString(), headers);
  }

  async s3(method: string, path: string, body?: string): Promise<string> {
    return this.send("s3", "us-east-1", path, method, body);
  }

  private async send(
    service: string,
    region: string,
    path: string,
    method: string,
    body?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const response = await fetch(new URL(path, this.endpoint), {
      method,
      body,
      headers: {
        ...headers,
        authorization: `AWS4-HMAC-SHA256 Credential=sandbox/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${service} answered ${method} ${path} with ${response.status}: ${text}`);
    return text;
  }
}

/** Returns the texts of all elements with a name. */
export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"))].map(([, text = ""]) => text);
}
