import { checkProject } from "../../../src/checks/check-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import { readDefinition } from "../../../src/definitions/read-definition";
import { environmentSchema } from "../../../src/definitions/schema/environment";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

const read = (text: string) => readDefinition("environments/dev.yaml", text, environmentSchema);

describe("what a definition says besides its plainest mistakes", () => {
  it("is what it says without keys that nobody knows, and with text for numbers", () => {
    const { value, problems } = read("account: 123456789012\nregion: us-east-1\nregoin: us-east-1\nimages: {}\n");
    expect(problems.map(({ code }) => code).sort()).toEqual(["unknown-key", "wrong-type"]);
    expect(value).toMatchObject({ account: "123456789012", region: "us-east-1" });
    expect(value).not.toHaveProperty("regoin");
  });

  it("is nothing where more is wrong", () => {
    expect(read("account: 12\nregion: us-east-1\n").value).toBeUndefined();
    expect(read("region: us-east-1\nregoin: x\n").value).toBeUndefined();
    expect(read("- account\n").value).toBeUndefined();
  });

  it("is checked in the same run", async () => {
    const environment = `${exampleProject.environment.replace("manual", "{ cron: 0 4 * * * }")}owner: me\ntags: { year: 2026 }\n`;
    const project = await loadProject(
      projectFolder({ "images/base.yaml": exampleProject.image, "environments/dev.yaml": environment }),
    );
    expect(checkProject(project).map(({ line, code }) => `${line} ${code}`)).toEqual([
      "5 schedule-cron",
      "6 unknown-key",
      "7 wrong-type",
    ]);
  });

  it("is checked where a key is there twice", async () => {
    const environment = `${exampleProject.environment.replace("manual", "{ cron: 0 4 * * * }")}region: us-east-1\n`;
    const project = await loadProject(
      projectFolder({ "images/base.yaml": exampleProject.image, "environments/dev.yaml": environment }),
    );
    expect(checkProject(project).map(({ line, code }) => `${line} ${code}`)).toEqual([
      "5 schedule-cron",
      "6 yaml-syntax",
    ]);
  });

  it("is reported once where an alias stands for it twice", () => {
    const { problems } = read(
      'account: "123456789012"\nregion: us-east-1\nimages:\n  one:\n    schedule: manual\n    distribute: &all [{ region: 5 }]\n  two:\n    schedule: manual\n    distribute: *all\n',
    );
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual(["6 wrong-type"]);
  });
});
