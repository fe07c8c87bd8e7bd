import { FaultInjector } from "../../../sandbox/faults/injector";
import { controlAnswer } from "../../../sandbox/gateway/control";

const faults = new FaultInjector();

function control(method: string, body = "", url = "/_sandbox/faults") {
  const { status, body: answer } = controlAnswer({ method, url, headers: {}, body: Buffer.from(body) }, faults);
  return { status, body: JSON.parse(answer.toString()) as unknown };
}

test("faults are injected, shown and ended", () => {
  const injected = { faults: [{ kind: "throttle", at: 3 }], calls: 0, strikes: [] };
  expect(control("PUT", JSON.stringify(injected.faults))).toEqual({ status: 200, body: injected });
  expect(control("GET")).toEqual({ status: 200, body: injected });
  expect(control("DELETE")).toMatchObject({ status: 200, body: { faults: [] } });
});

test.each([
  ["{", "JSON"],
  ["{}", "write a list of faults"],
  ['[{"kind":"x"}]', 'kind "x": write one of'],
])("a fault that is none is refused, and changes nothing: %s", (body, message) => {
  control("PUT", '[{"kind":"latency","at":1}]');
  const answer = control("PUT", body);
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain(JSON.stringify(message).slice(1, -1));
  expect(control("GET")).toMatchObject({ body: { faults: [{ kind: "latency", at: 1 }] } });
});

test("another path and another method are refused", () => {
  expect(control("GET", "", "/_sandbox/other").status).toBe(404);
  expect(control("POST").status).toBe(405);
});
