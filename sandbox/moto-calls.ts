import { accountHeader } from "./gateway/accounts";
import type { WholeAnswer } from "./gateway/exchange";
import type { MotoClient } from "./gateway/moto-client";
import { refusalIn } from "./refusal";
import { unsignedFor } from "./signature";

const formHeaders = { "content-type": "application/x-www-form-urlencoded" };

/** Calls from the sandbox to moto. A refused call throws a `Refusal` with moto's message. */
export class MotoCalls {
  /** @param account account of the calls; default: the sandbox's own */
  constructor(
    private readonly moto: MotoClient,
    private readonly account?: string,
  ) {}

  /** Returns an object for the same calls in another account. */
  in(account: string): MotoCalls {
    return new MotoCalls(this.moto, account);
  }

  /** Calls EC2 and returns one element of the answer, e.g. `vpcId`. */
  async ec2(region: string, parameters: Readonly<Record<string, string>>, element: string): Promise<string> {
    const xml = await this.form("ec2", region, { Version: "2016-11-15", ...parameters });
    const value = new RegExp(`<${element}>([^<]+)</${element}>`).exec(xml)?.[1];
    if (value === undefined) throw new Error(`moto_server answered without ${element}: ${xml}`);
    return value;
  }

  async iam(parameters: Readonly<Record<string, string>>): Promise<string> {
    return this.form("iam", "us-east-1", { Version: "2010-05-08", ...parameters });
  }

  /** Checks whether IAM has a role or an instance profile. */
  async hasInIam(kind: "role" | "instance profile", name: string): Promise<boolean> {
    const parameters: Record<string, string> =
      kind === "role"
        ? { Action: "GetRole", RoleName: name }
        : { Action: "GetInstanceProfile", InstanceProfileName: name };
    const body = new URLSearchParams({ Version: "2010-05-08", ...parameters }).toString();
    const { status } = await this.answer("iam", "us-east-1", "POST", "/", body, formHeaders);
    return status < 300;
  }

  async form(service: string, region: string, parameters: Readonly<Record<string, string>>): Promise<string> {
    const body = new URLSearchParams(parameters).toString();
    return this.send(service, region, "POST", "/", body, formHeaders);
  }

  async json(
    service: string,
    region: string,
    target: string,
    input: object,
  ): Promise<Readonly<Record<string, unknown>>> {
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
    const answer = await this.send(service, region, "POST", "/", JSON.stringify(input), headers);
    return answer === "" ? {} : (JSON.parse(answer) as Readonly<Record<string, unknown>>);
  }

  async makeBucket(name: string, region: string): Promise<void> {
    // S3 rejects an explicit location for its default region.
    const body =
      region === "us-east-1"
        ? ""
        : `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
    await this.send("s3", region, "PUT", `/${name}`, body);
  }

  /** Returns the text of an object; undefined if it does not exist. */
  async object(bucket: string, key: string, region: string): Promise<string | undefined> {
    const path = `/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}`;
    const { status, body } = await this.answer("s3", region, "GET", path, "");
    return status < 300 ? body.toString() : undefined;
  }

  async putObject(bucket: string, key: string, region: string, text: string): Promise<void> {
    await this.send("s3", region, "PUT", `/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}`, text);
  }

  private async send(
    service: string,
    region: string,
    method: string,
    url: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const answer = await this.answer(service, region, method, url, body, headers);
    if (answer.status >= 300) throw refusalIn(service, answer.status, answer.body.toString());
    return answer.body.toString();
  }

  private async answer(
    service: string,
    region: string,
    method: string,
    url: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<WholeAnswer> {
    return this.moto.answer({
      method,
      url,
      headers: {
        ...headers,
        ...(this.account === undefined ? {} : { [accountHeader]: this.account }),
        authorization: unsignedFor(service, region),
      },
      body: Buffer.from(body),
    });
  }
}
