import { imageSchema } from "../../src/definitions/schema/image";
import { mapsRoot } from "../../src/factory/root-volume";

const maps = (devices: readonly (string | undefined)[], rootDevice?: string) => {
  const parent = { os: "amazon-linux-2023", architecture: "x86_64" };
  const volumes = devices.map((device) => ({ device, size: 20 }));
  return mapsRoot(imageSchema.parse({ parent, components: ["linux/web"], volumes }).volumes, rootDevice);
};

test("a volume without a device is the root volume", () => {
  expect(maps([undefined])).toBe(true);
  expect(maps([])).toBe(false);
});

test("a volume of the known root device is the root volume, and no other", () => {
  expect(maps(["/dev/sdf", "xvda"], "/dev/xvda")).toBe(true);
  expect(maps(["/dev/sda1"], "/dev/xvda")).toBe(false);
});

test("each device name that EC2 reserves counts if the root device is not known", () => {
  expect(maps(["/dev/sdf", "/dev/xvda"])).toBe(true);
  expect(maps(["/dev/sda1"])).toBe(true);
  expect(maps(["/dev/sdf"])).toBe(false);
});
