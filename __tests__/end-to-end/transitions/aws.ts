/** Requests to the sandbox's services without an SDK: it reads service and region out of the signature, and does not check it. */
export class Aws {
  constructor(private readonly endpoint: string) {}

  /** A service that speaks JSON, e.g. `TrentService.ListKeys`. */
  async json<T>(service: string, target: string, body: object, region = "us-east-1"): Promise<T> {
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
    return JSON.parse(await this.send(service, region, "/", "POST", JSON.stringify(body), headers)) as T;
  }

  /** A service that speaks XML, asked by a form. */
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

/** The texts of an element wherever it stands. */
export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"))].map(([, text = ""]) => text);
}
