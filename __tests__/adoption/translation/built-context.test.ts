import type { ResourceInstance } from "../../../src/adoption/state/state";
import { type BuiltContext, takenName } from "../../../src/adoption/translation/built-context";
import type { Note } from "../../../src/adoption/translation/draft";

const infrastructure: ResourceInstance = {
  address: "aws_imagebuilder_infrastructure_configuration.x",
  module: "",
  type: "aws_imagebuilder_infrastructure_configuration",
  name: "x",
  provider: "hashicorp/aws",
  attributes: { name: "platform-big" },
  sensitive: [],
};

test("the first that uses a configuration takes its name, and the next is told to get another", () => {
  const notes: Note[] = [];
  const context: BuiltContext = {
    place: { account: "123456789012", region: "eu-west-1", partition: "aws" },
    workflows: new Map(),
    tags: {},
    createdKeys: new Set(),
    base: {},
    baseWords: { tags: {} },
    shared: { image: undefined, container: undefined },
    distributions: new Map(),
    taken: new Set(),
    notes,
  };
  expect(takenName("web", infrastructure, context)).toBe("platform-big");
  expect(notes).toStrictEqual([]);
  expect(takenName("worker", infrastructure, context)).toBeUndefined();
  expect(notes).toStrictEqual([
    {
      about: "worker",
      says: 'gets its own infrastructure configuration, with the content of "platform-big", which others keep',
    },
  ]);
  expect(takenName("cron", undefined, context)).toBeUndefined();
  expect(notes).toHaveLength(1);
});
