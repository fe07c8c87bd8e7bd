import { portRange } from "../../src/aws/port-range";

describe("a range of ports", () => {
  it("is one port, as a number or as text", () => {
    expect(portRange(443)).toEqual({ from: 443, to: 443 });
    expect(portRange("443")).toEqual({ from: 443, to: 443 });
  });

  it("is the first and the last of several", () => {
    expect(portRange("8000-8080")).toEqual({ from: 8000, to: 8080 });
  });
});
