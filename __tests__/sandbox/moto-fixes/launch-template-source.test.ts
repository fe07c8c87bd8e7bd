import { launchTemplateSource } from "../../../sandbox/moto-fixes/launch-template-source";

const fix = launchTemplateSource();
const answerTo = (body: Record<string, string>, number: number): string =>
  `<x><launchTemplateId>lt-1</launchTemplateId>${body.Action === "CreateLaunchTemplate" ? "" : `<versionNumber>${number}</versionNumber>`}</x>`;

/** Sends a request through the fix; answers what reaches moto. Version 1 is always the default. */
async function send(body: Record<string, string>, number: number): Promise<Record<string, string>> {
  const exchange = {
    method: "POST",
    url: "/",
    headers: {},
    caller: "arn:aws:sts::123456789012:user/moto",
    body: new URLSearchParams(body).toString(),
    ask: (more: string) => {
      const asked = Object.fromEntries(new URLSearchParams(more));
      expect(asked).toMatchObject({ Action: "DescribeLaunchTemplateVersions", LaunchTemplateId: "lt-1" });
      return Promise.resolve(answerTo(asked, asked["LaunchTemplateVersion.1"] === "$Default" ? 1 : number - 1));
    },
  };
  const onward = await fix.request?.(exchange);
  const answer = answerTo(body, number);
  expect(await fix.answer?.(answer, exchange)).toBe(answer);
  return Object.fromEntries(new URLSearchParams(onward));
}

test("a version has what its source has, member by member", async () => {
  const first = {
    Action: "CreateLaunchTemplate",
    "LaunchTemplateData.ImageId": "ami-1",
    "LaunchTemplateData.InstanceType": "t3.micro",
    "LaunchTemplateData.SecurityGroupId.1": "sg-1",
    "LaunchTemplateData.SecurityGroupId.2": "sg-2",
  };
  expect(await send(first, 1)).toEqual(first);
  const version = { Action: "CreateLaunchTemplateVersion", LaunchTemplateId: "lt-1" };
  expect(
    await send({ ...version, SourceVersion: "$Default", "LaunchTemplateData.SecurityGroupId.1": "sg-3" }, 2),
  ).toMatchObject({
    "LaunchTemplateData.ImageId": "ami-1",
    "LaunchTemplateData.InstanceType": "t3.micro",
    "LaunchTemplateData.SecurityGroupId.1": "sg-3",
  });
  const third = await send({ ...version, SourceVersion: "$Latest", "LaunchTemplateData.ImageId": "ami-2" }, 3);
  expect(third).toMatchObject({
    "LaunchTemplateData.ImageId": "ami-2",
    "LaunchTemplateData.SecurityGroupId.1": "sg-3",
  });
  expect(third).not.toHaveProperty(["LaunchTemplateData.SecurityGroupId.2"]);
  expect(await send({ ...version, "LaunchTemplateData.ImageId": "ami-3" }, 4)).not.toHaveProperty([
    "LaunchTemplateData.InstanceType",
  ]);
});
