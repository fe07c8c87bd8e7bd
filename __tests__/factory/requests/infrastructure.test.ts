import type { Infrastructure } from "../../../src/factory/infrastructure";
import { infrastructureRequest } from "../../../src/factory/requests/infrastructure";
import { emptyInfrastructure } from "../../helpers/synthesised";

const requested = (settings: Partial<Infrastructure> = {}) =>
  infrastructureRequest({ ...emptyInfrastructure, metadata: undefined, ...settings }, (text) => `<${text}>`);

it("omits what is not set", () => {
  expect(requested()).toEqual({ terminateInstanceOnFailure: true });
});

it("contains everything that is set, with the texts of users as they are written", () => {
  expect(
    requested({
      description: "builds",
      instanceTypes: ["m7i.large"],
      keyPair: "debug",
      terminateOnFailure: false,
      metadata: { tokens: "required", hopLimit: 2 },
      logs: { bucket: "logs", prefix: "image-builder" },
      instanceTags: { team: "platform" },
    }),
  ).toEqual({
    description: "<builds>",
    instanceTypes: ["m7i.large"],
    keyPair: "<debug>",
    terminateInstanceOnFailure: false,
    instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 },
    logging: { s3Logs: { s3BucketName: "<logs>", s3KeyPrefix: "<image-builder>" } },
    resourceTags: { "<team>": "<platform>" },
  });
});

test.each<[Infrastructure["placement"], object]>([
  [{ tenancy: "dedicated" }, { tenancy: "dedicated" }],
  [
    { tenancy: "default", availabilityZone: "us-east-1a" },
    { tenancy: "default", availabilityZone: "us-east-1a" },
  ],
  [
    { tenancy: "host", host: "h-0123456789abcdef0" },
    { tenancy: "host", hostId: "h-0123456789abcdef0" },
  ],
  [
    { tenancy: "host", hostResourceGroup: "arn:aws:resource-groups:us-east-1:123456789012:group/hosts" },
    { tenancy: "host", hostResourceGroupArn: "<arn:aws:resource-groups:us-east-1:123456789012:group/hosts>" },
  ],
])("a placement other than the default is requested: %j", (placement, expected) => {
  expect(requested({ placement }).placement).toEqual(expected);
});
