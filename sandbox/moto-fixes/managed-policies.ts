import type { Exchange, MotoFix } from "./moto-fix";

/** AWS-managed policies that moto does not know yet. Source: AWS Managed Policy Reference; the first is of June 2026. */
const unknown = ["EC2ImageBuilderExecutionPolicy"];

/** Path of the account's policies that replace the unknown AWS-managed ones. */
const standInPath = "/aws-managed/";

/** Document of a replacement policy. The sandbox does not check permissions, so its content is irrelevant. */
const standInDocument = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Sid: "StandInOfTheSandbox", Effect: "Allow", Action: "imagebuilder:*", Resource: "*" }],
});

const names = unknown.join("|");
const managedArn = new RegExp(`arn:(aws[a-z-]*):iam::aws:policy/(${names})`, "g");
const standInArn = new RegExp(`arn:(aws[a-z-]*):iam::\\d{12}:policy${standInPath}(${names})`, "g");

/** Makes AWS-managed policies available that moto does not know, so that they can be attached and read. */
export const managedPolicies: MotoFix = {
  service: "iam",
  concerns: ({ method }) => method === "POST",
  request: async ({ body, ask }) => {
    const request = new URLSearchParams(body);
    const arn = request.get("PolicyArn") ?? "";
    const [, name] = [...arn.matchAll(managedArn)].map(([, , found = ""]) => ["", found] as const)[0] ?? [];
    if (name === undefined) return body;
    request.set("PolicyArn", await standInFor(name, request.get("Version") ?? "", ask));
    return request.toString();
  },
  answer: (answer) =>
    answer.replace(standInArn, "arn:$1:iam::aws:policy/$2").replaceAll(`<Path>${standInPath}</Path>`, "<Path>/</Path>"),
};

/** Returns the ARN of the replacement policy; creates the policy if necessary. */
async function standInFor(name: string, version: string, ask: Exchange["ask"]): Promise<string> {
  const call = (parameters: Readonly<Record<string, string>>) =>
    ask(new URLSearchParams({ Version: version, ...parameters }).toString());
  const path = { Path: standInPath };
  await call({ Action: "CreatePolicy", PolicyName: name, ...path, PolicyDocument: standInDocument });
  const list = await call({ Action: "ListPolicies", Scope: "Local", PathPrefix: standInPath });
  const arn = [...list.matchAll(standInArn)].find(([, , found]) => found === name)?.[0];
  if (arn === undefined) throw new Error(`moto_server has no stand-in for the policy ${name}`);
  return arn;
}
