import { imagesText } from "../../../src/cli/operations/images-text";
import type { ReportedBuild } from "../../../src/operations/images/image-report";

const build: ReportedBuild = {
  image: "linux-base",
  arn: "arn:aws:imagebuilder:us-east-1:123456789012:image/linux-base/1.0.0/2",
  version: "1.0.0",
  build: 2,
  status: "AVAILABLE",
  created: "2026-11-27T15:04:00Z",
  newest: true,
  deprecated: true,
  amis: [
    {
      id: "ami-0f3c2b1a0d9e8f7a6",
      region: "ap-southeast-1",
      account: "123456789012",
      state: "disabled",
      sharedWith: ["111122223333", "everybody"],
      instances: ["i-1", "i-2"],
    },
    {
      id: "ami-0f3c2b1a0d9e8f7a7",
      region: "us-east-1",
      account: "111122223333",
      state: undefined,
      sharedWith: [],
      instances: [],
    },
  ],
  containers: [],
  components: ["linux-update-os 1.0.3", "linux-web 1.0.0"],
  commit: "0123456789abcdef0123-dirty",
  channels: ["stable"],
};

test("builds are told one thing a line, in 80 columns", () => {
  const text = imagesText(
    new Map([
      ["linux-base", [build]],
      ["linux-web", []],
    ]),
    false,
  );
  expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(text).toBe(`linux-base
  1.0.0/2  AVAILABLE  2026-11-27 15:04 UTC  [newest, deprecated, stable]
    ami-0f3c2b1a0d9e8f7a6  ap-southeast-1  account 123456789012, disabled
      shared with 111122223333
      shared with everybody
      used by 2 instances
    ami-0f3c2b1a0d9e8f7a7  us-east-1  account 111122223333
    from commit 0123456789ab, with changes
    linux-update-os 1.0.3
    linux-web 1.0.0

linux-web
  never built
`);
});
