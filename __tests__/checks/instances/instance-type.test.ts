import { architectureOf } from "../../../src/checks/instances/instance-type";
import { exampleProject } from "../../../src/definitions/example-texts";
import { checkExample } from "../../helpers/check-settings";

test.each([
  ["arm64", "a1 t4g m6g m6gd m7g c6gn c7gn r8g r8gb x2gd im4gn is4gen i4g i8ge g5g hpc7g mac2 mac2-m2pro mac-m4"],
  [
    "x86_64",
    "t2 t3 t3a m5 m5dn m6i m7i-flex m7a c5n c6in r5b r7iz x2idn x2iezn z1d d3en h1 i3en i7ie g4dn g6e gr6 g6f",
  ],
  ["x86_64", "f1 f2 inf2 dl1 vt1 hpc6a hpc7a u7i-12tb mac1"],
  [undefined, "u-6tb1 p6e-gb200 trn3 quantum nothing9"],
])("%s is the architecture of %s", (architecture, families) => {
  for (const family of families.split(" ")) expect([family, architectureOf(family)]).toEqual([family, architecture]);
});

const check = (image: string, types: string) =>
  checkExample({
    image,
    environment: `${exampleProject.environment}build:\n  instanceTypes: [${types}]\n  placement: { tenancy: host }\n`,
  });

const arm = exampleProject.image.replace("x86_64", "arm64");
const mac = exampleProject.image
  .replace("os: amazon-linux-2023", "ssm: /images/mac\n  platform: macOS")
  .replace("update-linux", "update-macos");

test.each([
  ["arm64 on m7g and m8g", arm, "m7g.large, m8g.medium"],
  ["x86_64 on a family that is not known", exampleProject.image, "m6i.32xlarge, nothing9.metal-24xl"],
  ["macOS on Intel", mac, "mac1.metal"],
  [
    "an image of unknown architecture on anything",
    mac.replace("macOS\n  architecture: x86_64", "Linux").replace("update-macos", "update-linux"),
    "t3.small, m7g.medium",
  ],
])("takes %s", async (_title, image, types) => {
  expect(await check(image, types)).toEqual([]);
});

test.each([
  ["the one of two that does not fit", arm, "m7g.large, m7i.large", 30, "instance-architecture"],
  ["macOS on Apple silicon where the image is for Intel", mac, "mac2.metal", 19, "instance-architecture"],
  ["macOS on what is no Mac", mac, "m6i.large", 19, "instance-mac"],
  ["a size that does not exist", arm, "m7g.huge", 19, "instance-size"],
  ["a size that Mac instances do not have", mac, "mac1.large", 19, "instance-size"],
])("refuses %s", async (_title, image, types, column, code) => {
  expect(await check(image, types)).toEqual([`environments/dev.yaml:7:${column} ${code}`]);
});
