import { both, building, consumerText, sharing } from "../../src/checks/consumers/example";
import { environmentText } from "../../src/definitions/example-texts";
import { loadProject } from "../../src/project/load-project";
import { environmentOf } from "../../src/project/stacks";
import { projectFolder } from "../helpers/project-folder";

describe("the environment of a stack", () => {
  const builder = environmentText();
  const named = { "environments/team-consumer.yaml": builder };

  it.each([
    ["one that builds", both(sharing, consumerText), "dev", "dev"],
    ["one that receives", both(sharing, consumerText), "team-consumer", "team"],
    ["one with the suffix of a consumer in its own name", named, "team-consumer", "team-consumer"],
    [
      "such a one beside one without it",
      { ...named, "environments/team.yaml": builder },
      "team-consumer",
      "team-consumer",
    ],
    [
      "one that receives, beside an environment of its name that receives as well",
      { ...both(sharing, consumerText), "environments/team-consumer.yaml": consumerText },
      "team-consumer",
      "team",
    ],
    ["no stack", { "environments/dev.yaml": building("") }, "other", "other"],
  ])("%s", async (_, files, stack, environment) => {
    expect(environmentOf(await loadProject(projectFolder(files)), stack)).toBe(environment);
  });
});
