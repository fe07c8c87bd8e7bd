import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";

import fc from "fast-check";

import { Accounts } from "../../../sandbox/gateway/accounts";
import { type Gateway, startGateway } from "../../../sandbox/gateway/gateway";
import { motoClient } from "../../../sandbox/gateway/moto-client";
import { freshControl } from "./fresh-control";

/** Stands in for moto_server, or for a host of the internet: says what reached it. */
class Backend {
  readonly reached: string[] = [];
  private readonly server: Server = createServer((request, response) => {
    this.reached.push(`${request.method ?? ""} ${request.url ?? ""}`);
    request.resume();
    response.end("from the backend");
  });

  async start(): Promise<void> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
  }

  get host(): string {
    const address = this.server.address();
    return `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

const moto = new Backend();
const internet = new Backend();
let gateway: Gateway;

beforeAll(async () => {
  await moto.start();
  await internet.start();
  const client = motoClient(`http://${moto.host}`, new Accounts("123456789012"), []);
  gateway = await startGateway({ control: freshControl(), carryOut: (request) => client.answer(request) });
});
afterAll(() => {
  gateway.close();
  moto.stop();
  internet.stop();
});
beforeEach(() => {
  moto.reached.length = 0;
  internet.reached.length = 0;
});

const own = (): string => `127.0.0.1:${gateway.port}`;

/** What comes back when these bytes are sent, until the sandbox ends the connection. */
async function sent(bytes: string): Promise<string> {
  const socket = await connection();
  socket.write(bytes);
  return text(socket);
}

/** Sends bytes that may be no request at all, and does not wait for long: what is left of them is asserted by the requests that follow. */
async function poke(bytes: Uint8Array): Promise<void> {
  const socket = await connection();
  socket.write(bytes);
  const patience = new AbortController();
  await Promise.race([once(socket, "data"), once(socket, "close"), delay(20, undefined, patience)]).catch(
    () => undefined,
  );
  patience.abort();
  socket.destroy();
}

async function connection(): Promise<Socket> {
  const socket = connect(gateway.port, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

function requestTo(target: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): string {
  const lines = Object.entries({ Host: own(), Connection: "close", ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`${method} ${target} HTTP/1.1`, ...lines, "", ""].join("\r\n");
}

const statusOf = (answer: string): string | undefined => /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1];

describe("the gateway", () => {
  it("passes a path on, as it came", async () => {
    expect(await sent(requestTo("/bucket/a%20b?list-type=2&x=//y"))).toContain("from the backend");
    expect(moto.reached).toEqual(["GET /bucket/a%20b?list-type=2&x=//y"]);
  });

  it.each([
    ["two slashes", () => "//"],
    ["two slashes and a host", () => `//${internet.host}/`],
    ["a slash and a backslash", () => `/\\${internet.host}/`],
    ["the absolute form", () => `http://${internet.host}/`],
    ["the absolute form of itself", () => `http://${own()}/`],
    ["another scheme", () => "ftp://example.com/"],
    ["an asterisk", () => "*"],
    ["no slash", () => "bucket"],
  ])("answers a target of %s with 400, and asks nobody", async (_title, target) => {
    expect(statusOf(await sent(requestTo(target())))).toBe("400");
    expect([...moto.reached, ...internet.reached]).toEqual([]);
  });

  it("opens no tunnel", async () => {
    await sent(requestTo(internet.host, {}, "CONNECT"));
    expect([...moto.reached, ...internet.reached]).toEqual([]);
    expect(await sent(requestTo("/"))).toContain("from the backend");
  });

  it.each(["localhost", "LOCALHOST", "127.0.0.1", "bucket.localhost", "my.bucket.s3.localhost"])(
    "takes the host %s",
    async (name) => {
      expect(statusOf(await sent(requestTo("/", { Host: `${name}:${gateway.port}` })))).toBe("200");
    },
  );

  it.each([
    ["of another name", () => `example.com:${gateway.port}`],
    ["that only starts like its own", () => `127.0.0.1.example.com:${gateway.port}`],
    ["that only ends like its own", () => `evillocalhost:${gateway.port}`],
    ["of another port", () => internet.host],
    ["without a port", () => "localhost"],
    ["that is empty", () => ""],
    ["of user and host", () => `example.com@localhost:${gateway.port}`],
  ])("refuses a host %s", async (_title, host) => {
    expect(statusOf(await sent(requestTo("/", { Host: host() })))).toBe("400");
    expect([...moto.reached, ...internet.reached]).toEqual([]);
  });

  it.each([
    ["another site's page", { Origin: "http://example.com" }],
    ["a page without an origin", { Origin: "null" }],
    ["a page of another port", { Origin: "http://localhost:1" }],
    ["a page of the same name under https", { Origin: "https://localhost" }],
    ["an image in another site's page", { "Sec-Fetch-Site": "cross-site" }],
  ])("refuses %s", async (_title, headers) => {
    expect(statusOf(await sent(requestTo("/", headers)))).toBe("403");
    expect(moto.reached).toEqual([]);
  });

  it("takes its own pages", async () => {
    const headers = { Origin: `http://${own()}`, "Sec-Fetch-Site": "same-origin" };
    expect(statusOf(await sent(requestTo("/moto-api/", headers)))).toBe("200");
  });

  it("answers a body that is too large with 413", async () => {
    const status = await fetch(`http://${own()}/bucket/key`, {
      method: "PUT",
      body: Buffer.alloc(65 * 1024 * 1024),
    }).then(
      (answer) => answer.status,
      // The connection may end before the whole body is sent.
      () => 413,
    );
    expect(status).toBe(413);
    expect(moto.reached).toEqual([]);
  });

  it("outlives whatever is sent to it, and reaches no other host", async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest(), async (bytes) => {
        await poke(bytes);
        expect(await sent(requestTo("/alive"))).toContain("from the backend");
      }),
      { numRuns: 400 },
    );
    expect(moto.reached.filter((each) => !/^[A-Z-]+ \/(?![/\\])/.test(each))).toEqual([]);
    expect(moto.reached.length).toBeGreaterThanOrEqual(400);
    expect(internet.reached).toEqual([]);
  });
});

/** Requests of every form, right and wrong, and bytes that are none. */
function anyRequest(): fc.Arbitrary<Uint8Array> {
  const method = fc.constantFrom(
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "OPTIONS",
    "CONNECT",
    "TRACE",
    "PATCH",
    "PRI",
    "get",
    "",
  );
  const host = fc.constantFrom("", "example.com", "localhost", "\\", "@", ":", "[::1]", "//").map((name) => name);
  const piece = fc.oneof(
    fc.constantFrom(
      "/",
      "//",
      "\\",
      "http://",
      "https:",
      "*",
      "..",
      "%",
      "%2f",
      "%00",
      "?",
      "#",
      "@",
      ":",
      "tags/",
      "_sandbox/faults",
      "CreateComponent",
    ),
    fc.string({ maxLength: 8, unit: "binary" }),
    fc.constant("").map(() => internet.host),
    host,
  );
  const target = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  const scope = fc
    .constantFrom("imagebuilder", "s3", "iam", "kms", "")
    .map((service) => `AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/${service}/aws4_request`);
  const header = fc.oneof(
    fc.tuple(fc.constant("Host"), fc.oneof(fc.constant("").map(own), host)),
    fc.tuple(fc.constant("Authorization"), scope),
    fc.tuple(fc.constant("Upgrade"), fc.constantFrom("websocket", "h2c")),
    fc.tuple(fc.constant("Connection"), fc.constantFrom("close", "upgrade", "keep-alive")),
    fc.tuple(fc.constant("Content-Length"), fc.constantFrom("0", "3", "-1", "99999999999999999999", "x")),
    fc.tuple(fc.constant("Transfer-Encoding"), fc.constantFrom("chunked", "gzip, chunked", "x")),
    fc.tuple(fc.constant("Expect"), fc.constantFrom("100-continue", "x")),
    fc.tuple(fc.constant("X-Amz-Target"), fc.string({ maxLength: 10 })),
    fc.tuple(
      fc.constant("Content-Type"),
      fc.constantFrom("application/x-www-form-urlencoded", "application/json", "\x01"),
    ),
    fc.tuple(fc.string({ maxLength: 10 }), fc.string({ maxLength: 10, unit: "binary" })),
  );
  const body = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom("{", "5\r\nhello\r\n0\r\n\r\n", "zz\r\n", "Action=CreateRole&RoleName=%"),
  );
  const version = fc.constantFrom("HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/0.9", "");
  const line = fc.tuple(method, target, version).map((parts) => parts.join(" "));
  const http = fc
    .tuple(line, fc.array(header, { maxLength: 5 }), fc.boolean(), body)
    .map(([first, headers, withHost, rest]) => {
      const all = [...(withHost ? [["Host", own()] as const] : []), ...headers];
      return [first, ...all.map(([name, value]) => `${name}: ${value}`), "", rest].join("\r\n");
    })
    .map((request_) => new Uint8Array(Buffer.from(request_, "latin1")));
  return fc.oneof({ arbitrary: http, weight: 9 }, { arbitrary: fc.uint8Array({ maxLength: 60 }), weight: 1 });
}
