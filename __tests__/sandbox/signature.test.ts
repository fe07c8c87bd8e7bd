import { scopeOf } from "../../sandbox/signature";

test("a signed request says its region and service in its header", () => {
  const authorization =
    "AWS4-HMAC-SHA256 Credential=AKID/20260105/eu-west-1/imagebuilder/aws4_request, SignedHeaders=host, Signature=0";
  expect(scopeOf({ headers: { authorization }, url: "/" })).toEqual({
    region: "eu-west-1",
    service: "imagebuilder",
    accessKey: "AKID",
  });
});

test("a presigned request says them in its query", () => {
  const url = "/bucket/key?X-Amz-Credential=AKID%2F20260105%2Fus-east-1%2Fs3%2Faws4_request";
  expect(scopeOf({ headers: {}, url })).toEqual({ region: "us-east-1", service: "s3", accessKey: "AKID" });
});

test("an unsigned request is for no service", () => {
  expect(scopeOf({ headers: {}, url: "/" })).toBeUndefined();
});
