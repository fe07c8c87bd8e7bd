import { Accounts } from "../../../sandbox/gateway/accounts";
import { jsonAnswer, type WholeRequest } from "../../../sandbox/gateway/exchange";

const request = (accessKey: string, service: string): WholeRequest => ({
  method: "POST",
  url: "/",
  headers: { authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/us-east-1/${service}/aws4_request` },
  body: Buffer.from(""),
});
const assumed = {
  ...jsonAnswer(200, {}),
  body: Buffer.from(
    "<AssumeRoleResult><Credentials><AccessKeyId>ASIAOTHER</AccessKeyId></Credentials><AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/readers/x</Arn></AssumedRoleUser></AssumeRoleResult>",
  ),
};

test("requests are of the own account, but for those of a role that was assumed in another one", () => {
  const accounts = new Accounts("123456789012");
  accounts.learn(request("mine", "iam"), assumed);
  expect(accounts.of(request("ASIAOTHER", "ec2"))).toBe("123456789012");
  accounts.learn(request("mine", "sts"), assumed);
  expect(accounts.of(request("ASIAOTHER", "ec2"))).toBe("111122223333");
  expect(accounts.of(request("mine", "ec2"))).toBe("123456789012");
  expect(accounts.of({ ...request("", ""), headers: {} })).toBe("123456789012");
});
