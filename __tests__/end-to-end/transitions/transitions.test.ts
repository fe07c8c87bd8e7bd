import fc from "fast-check";

import { describeWithTools } from "../../helpers/require-tool";
import { seed, whole } from "../../helpers/sample";
import { definitions, filesOf } from "./definitions";
import { type Applied, LiveProject } from "./live-project";
import { fillWithData, makeGiven } from "./live-state";
import { report } from "./report";
import { type Given, rounds, type Transition, transitions } from "./transitions";

jest.setTimeout(3_600_000);

const draw = <T>(arbitrary: fc.Arbitrary<T>): T => fc.sample(arbitrary, { seed, numRuns: 1 })[0] as T;

const count = transitions.length;
const shuffled = draw(fc.shuffledSubarray([...transitions], { minLength: count, maxLength: count }));

/** Any few at once, from any others: a project that is edited at will. */
const atRandom = (length: number): Transition[][] =>
  draw(
    fc.array(
      fc.uniqueArray(fc.constantFrom(...transitions), { selector: ({ of }) => of, minLength: 1, maxLength: 5 }),
      { minLength: length, maxLength: length },
    ),
  );

/** Ways through rounds of edits, each from the one before, and back. The sample is one round, and from there another that is small. */
const ways = whole
  ? [...rounds(transitions).map((round) => [round]), atRandom(12)]
  : [[...rounds(shuffled).slice(0, 1), ...atRandom(1)]];

const namesOf = (round: readonly Transition[]): string => round.map(({ name }) => name).join("; ");

describeWithTools(["terraform", "moto_server"], `from a live state that holds data (SAMPLE_SEED=${seed})`, () => {
  let project: LiveProject;
  let given: Given;
  let first: Applied;

  beforeAll(async () => {
    project = await LiveProject.start();
    given = await makeGiven(project);
    project.write(filesOf(definitions()));
    first = await project.apply(["dev"]);
    await fillWithData(project);
  });
  afterAll(async () => {
    report.print(whole ? "all transitions" : `a sample of the transitions, SAMPLE_SEED=${seed}`);
    await project.sandbox.stop();
  });

  async function to(round: readonly Transition[]): Promise<Applied> {
    const edited = definitions();
    for (const { edit } of round) edit(edited, given);
    project.write(filesOf(edited));
    return project.apply(["dev"]);
  }

  test("the sandbox refuses what AWS refuses, so that a stack that destroys what holds data fails here as well", async () => {
    const { aws } = project;
    await expect(aws.s3("DELETE", "/ec2imagebuilder-logs-123456789012-us-east-1")).rejects.toThrow(/BucketNotEmpty/);
    const target = "AmazonEC2ContainerRegistry_V20150921.DeleteRepository";
    await expect(aws.json("ecr", target, { repositoryName: "app" })).rejects.toThrow(/RepositoryNotEmpty/);
  });

  test.each(ways.map((way) => [way.map(namesOf).join(", then "), way] as const))(
    "there and back: %s",
    async (_, way) => {
      for (const [index, round] of way.entries()) {
        const names = round.map(({ name }) => name);
        const { says } = await report.tried(names, index === 0 ? "there" : "on", () => to(round));
        // What the lock says of a later one depends on those before.
        const expected = index === 0 ? round.flatMap((each) => each.says ?? []) : [];
        expect(says).toEqual(expect.arrayContaining(expected));
      }
      const back = await report.tried(way.map(namesOf), "back", () => to([]));
      expect(back.addresses).toEqual(first.addresses);
    },
  );
});
