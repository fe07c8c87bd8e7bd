import fc from "fast-check";

import { inputOf, routeOf } from "../../../sandbox/imagebuilder/router";

const request = (method: string, url: string, body = "") => ({ method, url, body, region: "us-east-1" });
const arn = "arn:aws:imagebuilder:us-east-1:123456789012:component/a/1.0.0/1";

test("an operation is found by method and path", () => {
  expect(routeOf(request("PUT", "/CreateComponent"))?.operation).toBe("CreateComponent");
  expect(routeOf(request("GET", `/GetComponent?componentBuildVersionArn=${arn}`))?.operation).toBe("GetComponent");
  expect(routeOf(request("POST", "/CreateComponent"))).toBeUndefined();
  expect(routeOf(request("PUT", "/CreateComponents"))).toBeUndefined();
});

test("an ARN in a path is read whether its slashes and colons are encoded or not", () => {
  for (const path of [arn, encodeURIComponent(arn)]) {
    expect(routeOf(request("GET", `/tags/${path}`))).toMatchObject({
      operation: "ListTagsForResource",
      pathValues: { resourceArn: arn },
    });
  }
});

test("input comes from body, path and query, where a list may hold one value", () => {
  const untag = request("DELETE", `/tags/${encodeURIComponent(arn)}?tagKeys=a%20b`);
  const route = routeOf(untag);
  expect(route && inputOf(route, untag)).toEqual({ resourceArn: arn, tagKeys: ["a b"] });
});

test("a broken percent sign is no operation, or plain text, but never a crash", () => {
  expect(routeOf(request("GET", "/tags/%E0%A4%A"))).toBeUndefined();
  fc.assert(
    fc.property(fc.constantFrom("GET", "PUT", "POST", "DELETE"), fc.string(), (method, text) => {
      for (const url of [`/${text}`, `/tags/${text}`, `/GetComponent?${text}`]) {
        const route = routeOf(request(method, url));
        if (route !== undefined) inputOf(route, request(method, url));
      }
      return true;
    }),
  );
});

test.each(["{", "[]", "null", '"text"'])("the body %s is refused", (body) => {
  const create = request("PUT", "/CreateComponent", body);
  const route = routeOf(create);
  expect(route).toBeDefined();
  expect(() => route && inputOf(route, create)).toThrow("The body of the request is not a JSON object.");
});
