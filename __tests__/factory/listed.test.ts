import { builtImage } from "../../src/definitions/schema/built";
import { containerSchema } from "../../src/definitions/schema/container";
import { environmentSchema } from "../../src/definitions/schema/environment";
import { imageSchema } from "../../src/definitions/schema/image";
import { type Listed, listedIn, parentsFirst } from "../../src/factory/listed";

const components = [{ aws: "update-linux" }];
const manual = { schedule: "manual" };

test("an environment lists images, then containers, without those that the project does not define", () => {
  const environment = environmentSchema.parse({
    account: "123456789012",
    region: "us-east-1",
    containers: { app: manual, typo: manual },
    images: { tpyo: manual, base: manual },
  });
  const images = new Map([["base", imageSchema.parse({ parent: { os: "amazon-linux-2023" }, components })]]);
  const containers = new Map([["app", containerSchema.parse({ parent: { image: "amazonlinux:2023" }, components })]]);
  expect(listedIn(environment, images, containers)).toEqual([
    { kind: "image", name: "base", definition: images.get("base"), built: environment.images.base },
    { kind: "container", name: "app", definition: containers.get("app"), built: environment.containers.app },
  ]);
});

describe("the order of images", () => {
  /** The names in order; each image is given with its parent in the project, if it has one. */
  const ordered = (parents: Readonly<Record<string, string | undefined>>) =>
    parentsFirst(
      Object.entries(parents).map(([name, parent]): Listed => {
        const from = parent === undefined ? { os: "amazon-linux-2023" } : { image: parent };
        const definition = imageSchema.parse({ parent: from, components });
        return { kind: "image", name, definition, built: builtImage.parse(manual) };
      }),
    ).map(({ name }) => name);

  it("is theirs, except that parents come first", () => {
    expect(ordered({ zoo: undefined, app: "web", web: "base", base: undefined, bar: undefined })).toEqual([
      "zoo",
      "base",
      "web",
      "app",
      "bar",
    ]);
  });

  it("ends where parents form a loop", () => {
    expect(ordered({ one: "two", two: "three", three: "one" })).toEqual(["three", "two", "one"]);
  });
});
